using System.Text;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Packing;

/// <summary>What an instructor needs beside a release: notes, a policy on AI help to adapt, and import packages for learning management systems.</summary>
public static class AssignmentPack
{
    /// <summary>Writes the files into a folder and answers their names; the policy, which is made to be adapted, only where there is none yet.</summary>
    /// <exception cref="AssignmentException">A lecture is not sound in form, or its notes cannot be read.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<Assignment> assignments)
    {
        if (assignments.FirstOrDefault(assignment => assignment.Problems.Count > 0) is { } broken)
            throw new AssignmentException($"{broken.Name}: {broken.Problems[0]}; `course assignment check {broken.Name}` says all that is wrong");
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var title = assignments.Count == 1 ? NotesDocument.TitleOf(assignments[0]) : name;
        var notes = NotesDocument.Markdown(assignments);
        var files = new List<(string Name, byte[] Bytes)>
        {
            ("instructor-notes.html", NotesDocument.Html(notes)),
            ("instructor-notes.md", Encoding.UTF8.GetBytes(notes)),
            ($"{name}.imscc", Cartridge.Of(title, assignments)),
            ($"{name}.moodle.imscc", Cartridge.WithoutAssignments(title, assignments)),
        };
        if (!File.Exists(Path.Combine(folder, Policy)))
            files.Add((Policy, Asset(Policy)));
        Directory.CreateDirectory(folder);
        foreach (var (file, bytes) in files)
            WholeFile.Write(Path.Combine(folder, file), bytes);
        return [.. files.Select(file => file.Name)];
    }

    const string Policy = "ai-policy.md";

    static byte[] Asset(string name)
    {
        using var stream = typeof(AssignmentPack).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
