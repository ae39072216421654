using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Releasing;

namespace GenerativeCourse.Grading.Packing;

/// <summary>
/// An import package for learning management systems: IMS Common Cartridge with, for each lecture, the released notebook and a page that says what to do. It holds what students may see
/// and nothing else; the same lectures give the same bytes. Version 1.3 adds an assignment (the cartridge extension of 2013) in the page's place; systems that read only 1.1 get the rest.
/// </summary>
public static class Cartridge
{
    static readonly XNamespace Task = "http://www.imsglobal.org/xsd/imscc_extensions/assignment";

    /// <summary>The package's bytes in version 1.3, with assignments: for Canvas, Brightspace and Sakai.</summary>
    /// <exception cref="AssignmentException">Something of the solutions, hidden tests or instructor's notes would get into it.</exception>
    public static byte[] Of(string title, IReadOnlyList<Assignment> assignments) => Packed(title, assignments, new CartridgeManifest(minor: 3));

    /// <summary>The package's bytes in version 1.1, the last one that Moodle imports: pages and notebooks, without assignments.</summary>
    /// <exception cref="AssignmentException">Something of the solutions, hidden tests or instructor's notes would get into it.</exception>
    public static byte[] WithoutAssignments(string title, IReadOnlyList<Assignment> assignments) => Packed(title, assignments, new CartridgeManifest(minor: 1));

    static byte[] Packed(string title, IReadOnlyList<Assignment> assignments, CartridgeManifest manifest)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            var notebook = ReleasedNotebook.Make(assignment);
            if (LeakSearch.Find(assignment, notebook).FirstOrDefault() is { } leak)
                throw new AssignmentException($"{assignment.Name}: {leak}");
            var text = Instructions(assignment);
            // Moodle writes an address of its own wherever a link's target stands in the text: "./" keeps it out of the prose.
            var link = $"<p><a href=\"./{Encode(Uri.EscapeDataString(assignment.Name))}.ipynb\">{Encode(assignment.Name)}.ipynb</a></p>";
            files[$"{assignment.Name}/{assignment.Name}.ipynb"] = notebook.ToBytes();
            files[$"{assignment.Name}/assignment.html"] = Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Encode(NotesDocument.TitleOf(assignment))}</title></head><body>\n{text}{link}\n</body></html>\n");
            if (manifest.HasAssignments)
                files[$"{assignment.Name}/assignment.xml"] = Xml(Description(assignment, text));
        }
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The manifest first, as readers expect it.
            Add(archive, "imsmanifest.xml", Xml(manifest.Of(title, assignments)));
            foreach (var (name, bytes) in files)
                Add(archive, name, bytes);
        }
        return stream.ToArray();
    }

    static XElement Description(Assignment assignment, string text) => new(Task + "assignment",
        new XAttribute("identifier", CartridgeManifest.Id("assignment", assignment.Name)), new XAttribute("xmlns", Task), new XAttribute(XNamespace.Xmlns + "xsi", CartridgeManifest.Instance),
        new XAttribute(CartridgeManifest.Instance + "schemaLocation", $"{Task} http://www.imsglobal.org/profile/cc/cc_extensions/cc_extresource_assignmentv1p0_v1p0.xsd"),
        new XElement(Task + "title", NotesDocument.TitleOf(assignment)),
        new XElement(Task + "text", new XAttribute("texttype", "text/html"), text),
        // The points are in no published schema, but in the standard's own example, and every reader takes them from here.
        new XElement(Task + "gradable", new XAttribute("points_possible", Number(assignment.Points)), "true"),
        new XElement(Task + "attachments", new XElement(Task + "attachment", new XAttribute("href", $"{assignment.Name}.ipynb"), new XAttribute("role", "All"))),
        new XElement(Task + "submission_formats", new XElement(Task + "format", new XAttribute("type", "file"))));

    // What students are told: how to work, what to hand in, and the rubric, which no cartridge has a form for.
    static string Instructions(Assignment assignment)
    {
        var rows = string.Concat(assignment.Exercises.Select(exercise => (Exercise: exercise, Notes: ExerciseNotes.Of(exercise)))
            .Select(pair => $"<tr><td>{Encode(pair.Notes.Title)}</td><td>{Number(pair.Exercise.Points)}</td><td>{(pair.Exercise.IsManual ? "read by a person" : "visible and hidden tests")}</td></tr>\n"));
        return $"""
            <p>Download <strong>{Encode(assignment.Name)}.ipynb</strong>, write your answers where it says YOUR CODE HERE or YOUR ANSWER HERE, and hand in the notebook under the same name.</p>
            <p>Before you hand it in, run <code>./course check {Encode(assignment.Name)}.ipynb</code>: it runs your answers and the visible tests from top to bottom and says what is missing. Hidden tests ask the same with other inputs.</p>
            <table><thead><tr><th>exercise</th><th>points</th><th>graded by</th></tr></thead><tbody>
            {rows}<tr><td>all</td><td>{Number(assignment.Points)}</td><td></td></tr>
            </tbody></table>

            """.ReplaceLineEndings("\n");
    }

    static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        // Stored and without a time of its own: the same on every machine and at every hour.
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var content = entry.Open();
        content.Write(bytes);
    }

    static byte[] Xml(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            new XDocument(root).Save(writer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
