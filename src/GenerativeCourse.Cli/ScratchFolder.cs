namespace GenerativeCourse.Cli;

/// <summary>A folder for temporary files that goes with all that is in it.</summary>
sealed class ScratchFolder : IDisposable
{
    /// <summary>Makes one.</summary>
    public ScratchFolder()
    {
        // What runs as nobody works below it: others may pass through, not look.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("course-").FullName;

    /// <summary>Environment variables by which a program puts its temporary files there.</summary>
    public IReadOnlyDictionary<string, string> Variables => new[] { "TMPDIR", "TMP", "TEMP" }.ToDictionary(name => name, _ => Path);

    /// <summary>Deletes it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Something that was started there has not ended yet: what it goes on to write stays, and is no failure.
        }
    }
}
