using System.Globalization;
using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Releasing;

namespace GenerativeCourse.Grading.Collecting;

/// <summary>
/// Finds submissions in a folder: nbgrader's layout (<c>STUDENT/ASSIGNMENT/NOTEBOOK.ipynb</c>), a folder a student, or a flat heap as Moodle and Canvas give it
/// (<c>lovelaceada_12345_678_NOTEBOOK-1.ipynb</c>). Links are never followed: what they point to is the grader's, and no student's.
/// </summary>
public sealed partial class SubmissionFolder(string folder, Release release)
{
    static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    readonly Dictionary<string, Dictionary<string, (string File, int Attempt)>> students = new(StringComparer.Ordinal);
    readonly List<string> ignored = [];

    /// <summary>What was passed over, and why, a line each.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    /// <summary>The submissions by their students' ids, in order.</summary>
    /// <exception cref="AssignmentException">There is no such folder.</exception>
    public IReadOnlyList<SubmittedFiles> Find()
    {
        if (!Directory.Exists(folder))
            throw new AssignmentException($"there is no folder {folder}");
        foreach (var link in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }).Where(entry => entry.LinkTarget is not null))
            ignored.Add($"{link.Name}: a link, which is not followed");
        foreach (var file in Files(folder, "*.ipynb").Order(StringComparer.Ordinal))
            Heap(file);
        foreach (var student in Directory.EnumerateDirectories(folder, "*", NoLinks).Order(StringComparer.Ordinal).Where(student => !Path.GetFileName(student).StartsWith('.')))
            Own(student);
        return [.. students.OrderBy(student => student.Key, StringComparer.Ordinal)
            .Select(student => new SubmittedFiles(student.Key, student.Value.ToDictionary(file => file.Key, file => file.Value.File), Timestamp(student.Value.Values.Select(file => file.File))))];
    }

    // A folder of one student's, or of nbgrader's with one assignment among others.
    void Own(string path)
    {
        var student = Suffix().Replace(Path.GetFileName(path), "");
        var place = Directory.Exists(Path.Combine(path, release.Name)) && new DirectoryInfo(Path.Combine(path, release.Name)).LinkTarget is null ? Path.Combine(path, release.Name) : path;
        var files = Files(place, "*.ipynb").Order(StringComparer.Ordinal).ToList();
        students.TryAdd(student, []); // who hands in an empty folder has handed in nothing, and is graded so
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var (known, attempt) = Named(name) ?? (files.Count == 1 && release.Key.Notebooks.Count == 1 ? release.Key.Notebooks[0].Name : null, 0);
            if (known is null)
                ignored.Add($"{Path.GetRelativePath(folder, file)}: no notebook of {release.Name}");
            else
                Add(student, known, file, attempt);
        }
    }

    void Heap(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        foreach (var notebook in release.Key.Notebooks.OrderByDescending(notebook => notebook.Name.Length))
        {
            if (Regex.Match(name, $@"^(.+?)(?:_(?:\d+|LATE|late|assignsubmission|file))*[_ -]{Regex.Escape(notebook.Name)}(?:-(\d+)| \((\d+)\))?$", RegexOptions.NonBacktracking) is not { Success: true } match)
                continue;
            Add(match.Groups[1].Value, notebook.Name, file, Attempt(match.Groups[2].Success ? match.Groups[2] : match.Groups[3]));
            return;
        }
        ignored.Add($"{Path.GetFileName(file)}: its name does not end in that of a notebook of {release.Name}, as in STUDENT_{release.Key.Notebooks[0].Name}.ipynb");
    }

    // NOTEBOOK, NOTEBOOK-2 and NOTEBOOK (2), as browsers and Canvas number them.
    (string? Name, int Attempt)? Named(string name)
    {
        foreach (var notebook in release.Key.Notebooks)
        {
            if (Regex.Match(name, $@"^{Regex.Escape(notebook.Name)}(?:-(\d+)| \((\d+)\))?$") is { Success: true } match)
                return (notebook.Name, Attempt(match.Groups[1].Success ? match.Groups[1] : match.Groups[2]));
        }
        return null;
    }

    static int Attempt(Group number) => number.Success && int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : 0;

    void Add(string student, string notebook, string file, int attempt)
    {
        student = student.Trim();
        students.TryAdd(student, []);
        if (!students[student].TryGetValue(notebook, out var other) || attempt >= other.Attempt)
        {
            if (other.File is not null)
                ignored.Add($"{Path.GetRelativePath(folder, other.File)}: {student} has handed in a later one");
            students[student][notebook] = (file, attempt);
        }
    }

    static IEnumerable<string> Files(string place, string pattern) => Directory.EnumerateFiles(place, pattern, NoLinks).Where(file => new FileInfo(file).LinkTarget is null);

    static DateTimeOffset? Timestamp(IEnumerable<string> files)
    {
        var beside = files.Select(file => Path.Combine(Path.GetDirectoryName(file)!, "timestamp.txt")).FirstOrDefault(file => new FileInfo(file) is { Exists: true, LinkTarget: null, Length: < 200 });
        return beside is null ? null : SubmissionTime.Parse(File.ReadAllText(beside));
    }

    [GeneratedRegex(@"(_\d+)?_assignsubmission_file_?$")]
    private static partial Regex Suffix();
}
