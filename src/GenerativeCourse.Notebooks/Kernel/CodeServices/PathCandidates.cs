namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Files and folders that a line may go on with.</summary>
internal static class PathCandidates
{
    const int Most = 200;

    /// <summary>Those beside what the line's text from <paramref name="start"/> names, and where the replaced name starts.</summary>
    public static (int Start, IEnumerable<Candidate> Candidates) Of(string line, int start, string folder, IReadOnlyCollection<string> extensions)
    {
        var slash = line.LastIndexOfAny(['/', '\\']);
        var name = slash >= start ? slash + 1 : start;
        try
        {
            var place = new DirectoryInfo(Path.GetFullPath(line[start..name], folder));
            return (name, place.Exists ? [.. place.EnumerateFileSystemInfos().Where(IsWanted).Take(Most).Select(Word)] : []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (name, []);
        }

        bool IsWanted(FileSystemInfo entry) =>
            !entry.Name.StartsWith('.') && (entry is DirectoryInfo || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase));

        static Candidate Word(FileSystemInfo entry) => entry is DirectoryInfo ? Candidate.Word(entry.Name + "/", 1, "folder") : Candidate.Word(entry.Name, 0, "file");
    }
}
