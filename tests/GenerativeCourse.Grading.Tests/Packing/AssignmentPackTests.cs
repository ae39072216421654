using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Packing;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Packing;

public sealed class AssignmentPackTests : FolderTests
{
    static void Annotate(Notebook notebook)
    {
        notebook.Cell("kl").Metadata["course"]!["minutes"] = 12.5;
        notebook.Cell("kl").Metadata["course"]!["oral_questions"] = new JsonArray(new JsonObject { ["question"] = "Why is the divergence never negative?", ["answer"] = "By Jensen's inequality, since the logarithm is concave." });
        ((JsonObject)notebook.Cell("kmeans").Metadata["course"]!).Remove("minutes");
        notebook.Cell("kl-task").Source = "### 3. The divergence | of two (3 points)\n\nWrite `Kl` & more.";
    }

    static Assignment Lecture => SampleAssignment.Read(Annotate);

    ZipArchive Packed(string ending = ".imscc")
    {
        AssignmentPack.Write(Folder.FullName, [Lecture]);
        return ZipFile.OpenRead(Path.Combine(Folder.FullName, Folder.Name + ending));
    }

    static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public void The_notes_hold_times_solutions_wrong_answers_and_questions()
    {
        AssignmentPack.Write(Folder.FullName, [Lecture]);
        var notes = File.ReadAllText(Path.Combine(Folder.FullName, "instructor-notes.md"));
        foreach (var part in (string[])["# Instructor's notes: A sampler", "| The divergence \\| of two | 3 | 12.5 |", "| kmeans | 2 | not said |", "## Exercise 3: The divergence | of two (3 points, 12.5 minutes)", "return 0.5 * (mean.pow(2)",
            "#### Wrong: log-variance as deviation", "takes the encoder's output for a deviation", "**Why is the divergence never negative?**", "By Jensen's inequality", "*Mark scheme:*\nOne point for the integral."])
            Assert.Contains(part, notes);
        Assert.Equal(2, notes.Split("Mark scheme").Length);
        Assert.DoesNotContain("BEGIN SOLUTION", notes);
        var page = File.ReadAllText(Path.Combine(Folder.FullName, "instructor-notes.html"));
        Assert.Contains("@media print", page);
        Assert.Contains("never negative?</strong>", page);
        Assert.DoesNotContain("http:", page.Replace("http://www.w3.org", ""));
    }

    [Theory, InlineData(".imscc"), InlineData(".moodle.imscc")]
    public void Nothing_of_the_instructors_is_in_a_cartridge(string ending)
    {
        using var archive = Packed(ending);
        var all = string.Join('\n', archive.Entries.Select(Text));
        foreach (var exercise in Lecture.Exercises)
        {
            Assert.All(exercise.WrongAnswers, wrong => Assert.DoesNotContain(wrong.Why, all));
            foreach (var question in ExerciseNotes.Of(exercise).Questions)
                Assert.DoesNotContain(question.Answer[..20], all);
        }
        foreach (var secret in (string[])["HIDDEN", "mean.pow(2)", "Because the evidence is an integral", "One point for the integral", "oral_questions", "\"minutes\"", "wrong_answers", "2.79362"])
            Assert.DoesNotContain(secret, all);
        Assert.Contains("// YOUR CODE HERE", all);
    }

    // What the published schemas of versions 1.1 and 1.3 ask for, and what the importers of Canvas, Sakai and Moodle look for beyond them.
    [Theory, InlineData(".imscc", 3), InlineData(".moodle.imscc", 1)]
    public void A_manifest_names_every_file_once_and_every_reference_leads_somewhere(string ending, int minor)
    {
        using var archive = Packed(ending);
        Assert.Equal("imsmanifest.xml", archive.Entries[0].FullName);
        XNamespace package = $"http://www.imsglobal.org/xsd/imsccv1p{minor}/imscp_v1p1";
        Assert.Contains($"xmlns=\"{package}\"", Text(archive.Entries[0])[..1024]);
        var manifest = XElement.Parse(Text(archive.Entries[0]));
        Assert.Equal(["metadata", "organizations", "resources"], manifest.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["IMS Common Cartridge", $"1.{minor}.0"], manifest.Element(package + "metadata")!.Elements().Take(2).Select(element => element.Value));
        Assert.Equal(archive.Entries.Skip(1).Select(entry => entry.FullName).Order(StringComparer.Ordinal), manifest.Descendants(package + "file").Select(file => (string)file.Attribute("href")!).Order(StringComparer.Ordinal));
        var resources = manifest.Descendants(package + "resource").ToDictionary(resource => (string)resource.Attribute("identifier")!);
        Assert.All(resources.Values, resource => Assert.Equal((string?)resource.Attribute("href"), (string?)resource.Element(package + "file")!.Attribute("href")));
        Assert.All(manifest.Descendants().Attributes("identifierref"), reference => Assert.Contains(reference.Value, resources));
        Assert.Equal(manifest.DescendantsAndSelf().Attributes("identifier").Count(), manifest.DescendantsAndSelf().Attributes("identifier").Select(id => id.Value).Distinct().Count());
        string[] order = ["metadata", "file", "dependency", "variant"];
        Assert.All(resources.Values, resource => Assert.Equal(resource.Elements().OrderBy(part => Array.IndexOf(order, part.Name.LocalName)), resource.Elements()));
        var root = manifest.Element(package + "organizations")!.Element(package + "organization")!.Elements().Single();
        Assert.Null(root.Element(package + "title"));
        Assert.Equal(["A sampler", "sampler.ipynb"], root.Elements().Single().Elements(package + "item").Select(item => item.Element(package + "title")!.Value));
        Assert.Equal(ReleasedNotebook.Make(Lecture).ToBytes(), Encoding.UTF8.GetBytes(Text(archive.GetEntry("sampler/sampler.ipynb")!)));
        var page = Text(archive.GetEntry("sampler/assignment.html")!);
        Assert.Equal(2, page.Split("./sampler.ipynb").Length); // Moodle replaces a link's target wherever it stands
        Assert.Equal(minor == 3 ? ["assignment_xmlv1p0", "webcontent"] : ["webcontent"], resources.Values.Select(resource => (string)resource.Attribute("type")!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_assignment_stands_in_its_pages_place_with_text_points_and_notebook()
    {
        using var archive = Packed();
        XNamespace package = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", extension = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_extensionv1p2", task = "http://www.imsglobal.org/xsd/imscc_extensions/assignment";
        var manifest = XElement.Parse(Text(archive.Entries[0]));
        var preferred = (string)manifest.Descendants(extension + "variant").Single().Attribute("identifierref")!;
        var resource = manifest.Descendants(package + "resource").Single(resource => (string?)resource.Attribute("identifier") == preferred);
        Assert.Equal(("assignment_xmlv1p0", "sampler/assignment.xml"), ((string?)resource.Attribute("type"), (string?)resource.Attribute("href")));
        var assignment = XElement.Parse(Text(archive.GetEntry("sampler/assignment.xml")!));
        Assert.Equal(["title", "text", "gradable", "attachments", "submission_formats"], assignment.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(preferred, (string?)assignment.Attribute("identifier"));
        Assert.Equal(("true", "13"), (assignment.Element(task + "gradable")!.Value, (string?)assignment.Element(task + "gradable")!.Attribute("points_possible")));
        Assert.Contains("<td>The divergence | of two</td><td>3</td>", assignment.Element(task + "text")!.Value);
        // Readers look for an attachment beside the file that names it.
        var attachment = assignment.Element(task + "attachments")!.Elements().Single();
        Assert.NotNull(archive.GetEntry($"sampler/{attachment.Attribute("href")!.Value}"));
        Assert.Equal(("All", "file"), ((string?)attachment.Attribute("role"), (string?)assignment.Element(task + "submission_formats")!.Elements().Single().Attribute("type")));
    }

    [Fact]
    public void Packages_of_different_lectures_have_modules_of_their_own()
    {
        static string Module(Assignment lecture)
        {
            using var archive = new ZipArchive(new MemoryStream(Cartridge.Of("a title", [lecture])));
            return (string)XElement.Parse(Text(archive.Entries[0])).Descendants().First(item => item.Attribute("identifierref") is not null).Parent!.Attribute("identifier")!;
        }

        Assert.NotEqual(Module(Lecture), Module(Assignment.Read(Lecture.Notebook, "another")));
    }

    [Fact]
    public void The_same_lecture_gives_the_same_bytes_and_an_adapted_policy_stays()
    {
        byte[][] Files() => [.. Directory.GetFiles(Folder.FullName).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Assert.Equal(5, AssignmentPack.Write(Folder.FullName, [Lecture]).Count);
        var first = Files();
        Assert.Equal(4, AssignmentPack.Write(Folder.FullName, [Lecture]).Count);
        Assert.Equal(first, Files());
        File.WriteAllText(Path.Combine(Folder.FullName, "ai-policy.md"), "ours");
        AssignmentPack.Write(Folder.FullName, [Lecture]);
        Assert.Equal("ours", File.ReadAllText(Path.Combine(Folder.FullName, "ai-policy.md")));
    }

    [Fact]
    public void Notes_that_cannot_be_read_are_said()
    {
        AssignmentException Wrong(string key, JsonNode value) => Assert.Throws<AssignmentException>(() => AssignmentPack.Write(Folder.FullName, [SampleAssignment.Read(notebook => notebook.Cell("kl").Metadata["course"]![key] = value)]));
        Assert.Contains("exercise kl: metadata.course.minutes must be a number", Wrong("minutes", "ten").Message);
        Assert.Contains("exercise kl: each of metadata.course.oral_questions", Wrong("oral_questions", new JsonArray("why?")).Message);
        Assert.Contains("course assignment check", Assert.Throws<AssignmentException>(() => AssignmentPack.Write(Folder.FullName, [SampleAssignment.Read(notebook => notebook.Cell("kl").Metadata["course"]!["needs"] = 3)])).Message);
        Assert.Empty(Folder.GetFiles());
    }
}
