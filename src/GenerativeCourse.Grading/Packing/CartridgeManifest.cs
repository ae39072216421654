using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using GenerativeCourse.Grading.Exercises;

namespace GenerativeCourse.Grading.Packing;

/// <summary>The manifest of a <see cref="Cartridge"/>: which files there are, and under which titles they are shown.</summary>
/// <param name="minor">The version of Common Cartridge, 1.<paramref name="minor"/>: namespaces and schemas differ in it alone.</param>
sealed class CartridgeManifest(int minor)
{
    /// <summary>XML Schema's namespace for what instances say of their schemas.</summary>
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    readonly XNamespace package = $"http://www.imsglobal.org/xsd/imsccv1p{minor}/imscp_v1p1", extension = $"http://www.imsglobal.org/xsd/imsccv1p{minor}/imscp_extensionv1p2",
        metadata = $"http://ltsc.ieee.org/xsd/imsccv1p{minor}/LOM/manifest";

    /// <summary>Whether the version knows assignments.</summary>
    public bool HasAssignments => minor >= 3;

    /// <summary>An identifier: XML's begin with a letter and hold no spaces, and names of files may.</summary>
    public static string Id(string kind, string name) => $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8))}";

    /// <summary>The manifest.</summary>
    public XElement Of(string title, IReadOnlyList<Assignment> assignments) => new(package + "manifest",
        new XAttribute("identifier", Id("manifest", title)),
        // Moodle looks for the default namespace in the first 1,024 characters.
        new XAttribute("xmlns", package), new XAttribute(XNamespace.Xmlns + "lomimscc", metadata), HasAssignments ? new XAttribute(XNamespace.Xmlns + "cpx", extension) : null, new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XAttribute(Instance + "schemaLocation", string.Join(' ', Schemas())),
        new XElement(package + "metadata",
            new XElement(package + "schema", "IMS Common Cartridge"), new XElement(package + "schemaversion", $"1.{minor}.0"),
            new XElement(metadata + "lom", new XElement(metadata + "general", new XElement(metadata + "title", new XElement(metadata + "string", new XAttribute("language", "en"), title))))),
        new XElement(package + "organizations", new XElement(package + "organization", new XAttribute("identifier", "organization"), new XAttribute("structure", "rooted-hierarchy"),
            new XElement(package + "item", new XAttribute("identifier", "root"),
                // Its own for each package: Canvas takes two modules of one identifier for the same.
                new XElement(package + "item", new XAttribute("identifier", Id("module", string.Join('\n', assignments.Select(assignment => assignment.Name)))), new XElement(package + "title", title),
                    assignments.SelectMany(assignment => new[]
                    {
                        Item("page", assignment, NotesDocument.TitleOf(assignment)),
                        Item("notebook", assignment, $"{assignment.Name}.ipynb"),
                    }))))),
        new XElement(package + "resources", assignments.SelectMany(Resources)));

    IEnumerable<string> Schemas()
    {
        var name = $"ccv1p{minor}";
        var profile = $"http://www.imsglobal.org/profile/cc/{name}";
        yield return $"{package} {profile}/{name}_imscp_v1p2_v1p0.xsd";
        yield return $"{metadata} {profile}/LOM/{name}_lommanifest_v1p0.xsd";
        if (HasAssignments)
            yield return $"{extension} {profile}/{name}_cpextensionv1p2_v1p0.xsd";
    }

    IEnumerable<XElement> Resources(Assignment assignment)
    {
        var page = Resource("page", assignment, "webcontent", "assignment.html");
        yield return page;
        yield return Resource("notebook", assignment, "webcontent", $"{assignment.Name}.ipynb");
        var dependency = new XElement(package + "dependency", new XAttribute("identifierref", Id("notebook", assignment.Name)));
        if (!HasAssignments)
        {
            page.Add(dependency);
            yield break;
        }
        // A system that knows assignments takes the variant in the page's place.
        page.Add(new XElement(extension + "variant", new XAttribute("identifier", Id("variant", assignment.Name)), new XAttribute("identifierref", Id("assignment", assignment.Name)), new XElement(extension + "metadata")));
        var task = Resource("assignment", assignment, "assignment_xmlv1p0", "assignment.xml");
        task.Add(dependency);
        yield return task;
    }

    XElement Item(string kind, Assignment assignment, string title) => new(package + "item", new XAttribute("identifier", Id($"item-{kind}", assignment.Name)),
        new XAttribute("identifierref", Id(kind, assignment.Name)), new XElement(package + "title", title));

    XElement Resource(string kind, Assignment assignment, string type, string file) => new(package + "resource",
        new XAttribute("identifier", Id(kind, assignment.Name)), new XAttribute("type", type), new XAttribute("href", $"{assignment.Name}/{file}"),
        new XElement(package + "file", new XAttribute("href", $"{assignment.Name}/{file}")));
}
