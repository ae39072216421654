using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Releasing;

namespace GenerativeCourse.Grading.Packing;

/// <summary>
/// An import package for learning management systems: IMS Common Cartridge 1.3 with, for each lecture, an assignment (the cartridge extension of 2014), the released notebook, and a page
/// that stands in for the assignment where a system does not know the extension. It holds what students may see and nothing else; the same lectures give the same bytes.
/// </summary>
public static class Cartridge
{
    static readonly XNamespace Package = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", Extension = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_extensionv1p2",
        Metadata = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest", Task = "http://www.imsglobal.org/xsd/imscc_extensions/assignment", Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The package's bytes.</summary>
    /// <exception cref="AssignmentException">Something of the solutions, hidden tests or instructor's notes would get into it.</exception>
    public static byte[] Of(string title, IReadOnlyList<Assignment> assignments)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            var notebook = ReleasedNotebook.Make(assignment);
            if (LeakSearch.Find(assignment, notebook).FirstOrDefault() is { } leak)
                throw new AssignmentException($"{assignment.Name}: {leak}");
            var text = Instructions(assignment);
            files[$"{assignment.Name}/{assignment.Name}.ipynb"] = notebook.ToBytes();
            files[$"{assignment.Name}/assignment.html"] = Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Encode(NotesDocument.TitleOf(assignment))}</title></head><body>\n{text}<p><a href=\"{Encode(Uri.EscapeDataString(assignment.Name))}.ipynb\">{Encode(assignment.Name)}.ipynb</a></p>\n</body></html>\n");
            files[$"{assignment.Name}/assignment.xml"] = Xml(Description(assignment, text));
        }
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The manifest first, as readers expect it.
            Add(archive, "imsmanifest.xml", Xml(Manifest(title, assignments)));
            foreach (var (name, bytes) in files)
                Add(archive, name, bytes);
        }
        return stream.ToArray();
    }

    static XElement Manifest(string title, IReadOnlyList<Assignment> assignments) => new(Package + "manifest",
        new XAttribute("identifier", Id("manifest", title)),
        new XAttribute("xmlns", Package), new XAttribute(XNamespace.Xmlns + "lomimscc", Metadata), new XAttribute(XNamespace.Xmlns + "cpx", Extension), new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XAttribute(Instance + "schemaLocation",
            $"{Package} http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd {Metadata} http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd {Extension} http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_cpextensionv1p2_v1p0.xsd"),
        new XElement(Package + "metadata",
            new XElement(Package + "schema", "IMS Common Cartridge"), new XElement(Package + "schemaversion", "1.3.0"),
            new XElement(Metadata + "lom", new XElement(Metadata + "general", new XElement(Metadata + "title", new XElement(Metadata + "string", new XAttribute("language", "en"), title))))),
        new XElement(Package + "organizations", new XElement(Package + "organization", new XAttribute("identifier", "organization"), new XAttribute("structure", "rooted-hierarchy"),
            new XElement(Package + "item", new XAttribute("identifier", "root"),
                new XElement(Package + "item", new XAttribute("identifier", "module"), new XElement(Package + "title", title),
                    assignments.SelectMany(assignment => new[]
                    {
                        Item("page", assignment, NotesDocument.TitleOf(assignment)),
                        Item("notebook", assignment, $"{assignment.Name}.ipynb"),
                    }))))),
        new XElement(Package + "resources", assignments.SelectMany(assignment => new[]
        {
            // A system that knows assignments takes the variant in the page's place.
            Resource("page", assignment, "webcontent", "assignment.html", new XElement(Extension + "variant", new XAttribute("identifier", Id("variant", assignment.Name)), new XAttribute("identifierref", Id("assignment", assignment.Name)), new XElement(Extension + "metadata"))),
            Resource("assignment", assignment, "assignment_xmlv1p0", "assignment.xml", Depends("notebook", assignment)),
            Resource("notebook", assignment, "webcontent", $"{assignment.Name}.ipynb"),
        })));

    static XElement Item(string kind, Assignment assignment, string title) => new(Package + "item", new XAttribute("identifier", Id($"item-{kind}", assignment.Name)),
        new XAttribute("identifierref", Id(kind, assignment.Name)), new XElement(Package + "title", title));

    static XElement Resource(string kind, Assignment assignment, string type, string file, params XElement[] more) => new(Package + "resource",
        new XAttribute("identifier", Id(kind, assignment.Name)), new XAttribute("type", type), new XAttribute("href", $"{assignment.Name}/{file}"),
        new XElement(Package + "file", new XAttribute("href", $"{assignment.Name}/{file}")), more);

    static XElement Depends(string kind, Assignment assignment) => new(Package + "dependency", new XAttribute("identifierref", Id(kind, assignment.Name)));

    static XElement Description(Assignment assignment, string text) => new(Task + "assignment",
        new XAttribute("identifier", Id("assignment", assignment.Name)), new XAttribute("xmlns", Task), new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XAttribute(Instance + "schemaLocation", $"{Task} http://www.imsglobal.org/profile/cc/cc_extensions/cc_extresource_assignmentv1p0_v1p0.xsd"),
        new XElement(Task + "title", NotesDocument.TitleOf(assignment)),
        new XElement(Task + "text", new XAttribute("texttype", "text/html"), text),
        new XElement(Task + "instructor_text", new XAttribute("texttype", "text/plain")), // asked for by the form, and empty on purpose
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

    // XML's ids begin with a letter and hold no spaces; names of files may.
    static string Id(string kind, string name) => $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8))}";

    static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
