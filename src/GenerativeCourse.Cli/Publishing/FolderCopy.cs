namespace GenerativeCourse.Cli.Publishing;

/// <summary>Copies folders.</summary>
public static class FolderCopy
{
    /// <summary>Copies the files below <paramref name="from"/> that <paramref name="wanted"/> says yes to, each by its path below it; rights are kept.</summary>
    public static void Copy(string from, string to, Func<string, bool>? wanted = null)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (wanted?.Invoke(relative) == false)
                continue;
            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
