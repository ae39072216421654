using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GenerativeCourse.Cli.Publishing;

namespace GenerativeCourse.Cli.Kernels;

/// <summary>A copy of this tool that stays as it is when the clone is built anew.</summary>
public static class ToolCopy
{
    const string Prefix = "tool-";

    /// <summary>The tool's executable.</summary>
    public static string Executable => OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool";

    /// <summary>The name of the folder that a copy of the tool in <paramref name="source"/> is kept in; another build has another.</summary>
    public static string FolderName(string source)
    {
        var files = new DirectoryInfo(source).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(source, file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}")).Order(StringComparer.Ordinal);
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))))[..12];
    }

    /// <summary>Copies the tool in <paramref name="source"/> below <paramref name="folder"/> and answers the copy; one that is there is whole.</summary>
    public static string Make(string source, string folder)
    {
        var copy = Path.Combine(folder, FolderName(source));
        if (Directory.Exists(copy))
            return copy;
        var unfinished = $"{copy}.{Environment.ProcessId}.new";
        FolderCopy.Copy(source, unfinished, file => !file.EndsWith(".pdb", StringComparison.Ordinal));
        try
        {
            Directory.Move(unfinished, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            Directory.Delete(unfinished, recursive: true); // Another installation was faster.
        }
        return copy;
    }

    /// <summary>Deletes copies that no kernel needs: not the newest nor the one before it, on which a notebook may still run.</summary>
    public static void DeleteOld(string folder, string newest)
    {
        var others = new DirectoryInfo(folder).EnumerateDirectories(Prefix + "*").Where(copy => copy.FullName != newest).OrderByDescending(copy => copy.CreationTimeUtc);
        foreach (var old in others.Skip(1))
        {
            try
            {
                old.Delete(recursive: true);
            }
            catch (Exception used) when (used is IOException or UnauthorizedAccessException)
            {
                // Windows keeps what runs.
            }
        }
    }
}
