using System.IO.Compression;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Platforms;

/// <summary>Ready files that have a release graded or checked elsewhere: Gradescope's autograder, a workflow of GitHub Actions, an autograder of Classroom 50.</summary>
/// <param name="release">The release.</param>
/// <param name="repository">Where the course is cloned from.</param>
public sealed class PlatformFiles(Release release, string repository)
{
    // A zip archive's earliest time: the same release gives the same bytes.
    static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The platforms.</summary>
    public static IReadOnlyList<string> Names { get; } = ["gradescope", "github", "classroom50"];

    /// <summary>Writes one platform's files beside a release's folder; answers the path, and whether students may see what is in it.</summary>
    public (string Path, bool IsPublic) Write(string folder, string platform)
    {
        var path = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.{platform}";
        switch (platform)
        {
            case "gradescope":
                WholeFile.Write($"{path}.zip", Zip());
                Keep($"{path}.zip");
                return ($"{path}.zip", false);
            case "github":
                Put(path, ".github/workflows/check.yml", Text("check.yml"));
                return (path, true);
            case "classroom50":
                Put(path, "autograder.py", Text("autograder.py"));
                foreach (var (name, bytes) in Released(release.Key.Visible()))
                    Put(path, name, bytes);
                return (path, true);
            default:
                throw new ArgumentException($"there are no files for {platform}", nameof(platform));
        }
    }

    byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, content) in Released(release.Key).Prepend(("run_autograder", Text("run_autograder"))).Prepend(("setup.sh", Text("setup.sh"))))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Moment;
                entry.ExternalAttributes = (name.Contains('.', StringComparison.Ordinal) && !name.EndsWith(".sh", StringComparison.Ordinal) ? 0b110_100_100 : 0b111_101_101) << 16;
                using var written = entry.Open();
                written.Write(content);
            }
        return bytes.ToArray();
    }

    IEnumerable<(string Name, byte[] Bytes)> Released(AssignmentKey key) =>
        [.. release.Key.Notebooks.Select(notebook => ($"release/{notebook.Name}.ipynb", release[notebook.Name].ToBytes())), ("release.key", key.ToBytes())];

    byte[] Text(string asset)
    {
        using var reader = new StreamReader(typeof(PlatformFiles).Assembly.GetManifestResourceStream(asset)!);
        return System.Text.Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace("{{repository}}", repository, StringComparison.Ordinal)
            .Replace("{{checks}}", string.Join('\n', release.Key.Notebooks.Select(notebook => $"      - run: ./course/course check \"mine/{notebook.Name}.ipynb\"\n        if: ${{{{ !cancelled() && steps.course.outcome == 'success' }}}}")), StringComparison.Ordinal));
    }

    static void Put(string folder, string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        WholeFile.Write(file, bytes);
    }

    static void Keep(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
