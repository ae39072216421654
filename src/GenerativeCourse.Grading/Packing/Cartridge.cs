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
/// An import package for learning management systems: IMS Common Cartridge with, for each lecture, the released notebook and a page that says what to do. It holds what students may see
/// and nothing else; the same lectures give the same bytes. Version 1.3 adds an assignment (the cartridge extension of 2013) in the page's place; systems that read only 1.1 get the rest.
/// </summary>
public static class Cartridge
{
    static readonly XNamespace Task = "http://www.imsglobal.org/xsd/imscc_extensions/assignment", Instance = "http://www.w3.org/2001/XMLSchema-instance";

    // A version's namespaces and schemas differ in its number alone.
    sealed record Form(int Minor)
    {
        public string Name => $"ccv1p{Minor}";

        public bool HasAssignments => Minor >= 3;

        public XNamespace Package => $"http://www.imsglobal.org/xsd/ims{Name}/imscp_v1p1";

        public XNamespace Metadata => $"http://ltsc.ieee.org/xsd/ims{Name}/LOM/manifest";

        public XNamespace Extension => $"http://www.imsglobal.org/xsd/ims{Name}/imscp_extensionv1p2";
    }

    /// <summary>The package's bytes in version 1.3, with assignments: for Canvas, Brightspace and Sakai.</summary>
    /// <exception cref="AssignmentException">Something of the solutions, hidden tests or instructor's notes would get into it.</exception>
    public static byte[] Of(string title, IReadOnlyList<Assignment> assignments) => Packed(title, assignments, new Form(3));

    /// <summary>The package's bytes in version 1.1, the last one that Moodle imports: pages and notebooks, without assignments.</summary>
    /// <exception cref="AssignmentException">Something of the solutions, hidden tests or instructor's notes would get into it.</exception>
    public static byte[] WithoutAssignments(string title, IReadOnlyList<Assignment> assignments) => Packed(title, assignments, new Form(1));

    static byte[] Packed(string title, IReadOnlyList<Assignment> assignments, Form form)
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
            if (form.HasAssignments)
                files[$"{assignment.Name}/assignment.xml"] = Xml(Description(assignment, text));
        }
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The manifest first, as readers expect it.
            Add(archive, "imsmanifest.xml", Xml(Manifest(title, assignments, form)));
            foreach (var (name, bytes) in files)
                Add(archive, name, bytes);
        }
        return stream.ToArray();
    }

    static XElement Manifest(string title, IReadOnlyList<Assignment> assignments, Form form) => new(form.Package + "manifest",
        new XAttribute("identifier", Id("manifest", title)),
        // Moodle looks for the default namespace in the first 1,024 characters.
        new XAttribute("xmlns", form.Package), new XAttribute(XNamespace.Xmlns + "lomimscc", form.Metadata), form.HasAssignments ? new XAttribute(XNamespace.Xmlns + "cpx", form.Extension) : null, new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XAttribute(Instance + "schemaLocation", string.Join(' ', Schemas(form))),
        new XElement(form.Package + "metadata",
            new XElement(form.Package + "schema", "IMS Common Cartridge"), new XElement(form.Package + "schemaversion", $"1.{form.Minor}.0"),
            new XElement(form.Metadata + "lom", new XElement(form.Metadata + "general", new XElement(form.Metadata + "title", new XElement(form.Metadata + "string", new XAttribute("language", "en"), title))))),
        new XElement(form.Package + "organizations", new XElement(form.Package + "organization", new XAttribute("identifier", "organization"), new XAttribute("structure", "rooted-hierarchy"),
            new XElement(form.Package + "item", new XAttribute("identifier", "root"),
                // Its own for each package: Canvas takes two modules of one identifier for the same.
                new XElement(form.Package + "item", new XAttribute("identifier", Id("module", string.Join('\n', assignments.Select(assignment => assignment.Name)))), new XElement(form.Package + "title", title),
                    assignments.SelectMany(assignment => new[]
                    {
                        Item(form, "page", assignment, NotesDocument.TitleOf(assignment)),
                        Item(form, "notebook", assignment, $"{assignment.Name}.ipynb"),
                    }))))),
        new XElement(form.Package + "resources", assignments.SelectMany(assignment => Resources(form, assignment))));

    static IEnumerable<string> Schemas(Form form)
    {
        var profile = $"http://www.imsglobal.org/profile/cc/{form.Name}";
        yield return $"{form.Package} {profile}/{form.Name}_imscp_v1p2_v1p0.xsd";
        yield return $"{form.Metadata} {profile}/LOM/{form.Name}_lommanifest_v1p0.xsd";
        if (form.HasAssignments)
            yield return $"{form.Extension} {profile}/{form.Name}_cpextensionv1p2_v1p0.xsd";
    }

    static IEnumerable<XElement> Resources(Form form, Assignment assignment)
    {
        var page = Resource(form, "page", assignment, "webcontent", "assignment.html");
        yield return page;
        yield return Resource(form, "notebook", assignment, "webcontent", $"{assignment.Name}.ipynb");
        var dependency = new XElement(form.Package + "dependency", new XAttribute("identifierref", Id("notebook", assignment.Name)));
        if (!form.HasAssignments)
        {
            page.Add(dependency);
            yield break;
        }
        // A system that knows assignments takes the variant in the page's place.
        page.Add(new XElement(form.Extension + "variant", new XAttribute("identifier", Id("variant", assignment.Name)), new XAttribute("identifierref", Id("assignment", assignment.Name)), new XElement(form.Extension + "metadata")));
        var task = Resource(form, "assignment", assignment, "assignment_xmlv1p0", "assignment.xml");
        task.Add(dependency);
        yield return task;
    }

    static XElement Item(Form form, string kind, Assignment assignment, string title) => new(form.Package + "item", new XAttribute("identifier", Id($"item-{kind}", assignment.Name)),
        new XAttribute("identifierref", Id(kind, assignment.Name)), new XElement(form.Package + "title", title));

    static XElement Resource(Form form, string kind, Assignment assignment, string type, string file) => new(form.Package + "resource",
        new XAttribute("identifier", Id(kind, assignment.Name)), new XAttribute("type", type), new XAttribute("href", $"{assignment.Name}/{file}"),
        new XElement(form.Package + "file", new XAttribute("href", $"{assignment.Name}/{file}")));

    static XElement Description(Assignment assignment, string text) => new(Task + "assignment",
        new XAttribute("identifier", Id("assignment", assignment.Name)), new XAttribute("xmlns", Task), new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XAttribute(Instance + "schemaLocation", $"{Task} http://www.imsglobal.org/profile/cc/cc_extensions/cc_extresource_assignmentv1p0_v1p0.xsd"),
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

    // XML's ids begin with a letter and hold no spaces; names of files may.
    static string Id(string kind, string name) => $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8))}";

    static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
