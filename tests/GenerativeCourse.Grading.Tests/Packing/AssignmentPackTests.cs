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

    ZipArchive Packed()
    {
        AssignmentPack.Write(Folder.FullName, [Lecture]);
        return ZipFile.OpenRead(Directory.GetFiles(Folder.FullName, "*.imscc").Single());
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
        Assert.DoesNotContain("BEGIN SOLUTION", notes);
        var page = File.ReadAllText(Path.Combine(Folder.FullName, "instructor-notes.html"));
        Assert.Contains("@media print", page);
        Assert.Contains("never negative?</strong>", page);
        Assert.DoesNotContain("http:", page.Replace("http://www.w3.org", ""));
    }

    [Fact]
    public void Nothing_of_the_instructors_is_in_the_cartridge()
    {
        using var archive = Packed();
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

    [Fact]
    public void The_manifest_names_every_file_once_and_an_assignment_with_its_points()
    {
        using var archive = Packed();
        Assert.Equal("imsmanifest.xml", archive.Entries[0].FullName);
        XNamespace package = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", extension = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_extensionv1p2", task = "http://www.imsglobal.org/xsd/imscc_extensions/assignment";
        var manifest = XElement.Parse(Text(archive.Entries[0]));
        Assert.Equal("1.3.0", manifest.Descendants(package + "schemaversion").Single().Value);
        Assert.Equal(archive.Entries.Skip(1).Select(entry => entry.FullName).Order(StringComparer.Ordinal), manifest.Descendants(package + "file").Select(file => (string)file.Attribute("href")!).Order(StringComparer.Ordinal));
        var resources = manifest.Descendants(package + "resource").ToDictionary(resource => (string)resource.Attribute("identifier")!);
        Assert.All(manifest.Descendants().Attributes("identifierref"), reference => Assert.Contains(reference.Value, resources));
        Assert.Equal(manifest.DescendantsAndSelf().Attributes("identifier").Count(), manifest.DescendantsAndSelf().Attributes("identifier").Select(id => id.Value).Distinct().Count());
        Assert.Equal("assignment_xmlv1p0", (string?)resources[(string)manifest.Descendants(extension + "variant").Single().Attribute("identifierref")!].Attribute("type"));
        var assignment = XElement.Parse(Text(archive.GetEntry("sampler/assignment.xml")!));
        Assert.Equal(["title", "text", "instructor_text", "gradable", "attachments", "submission_formats"], assignment.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("13", (string?)assignment.Element(task + "gradable")!.Attribute("points_possible"));
        Assert.Equal("", assignment.Element(task + "instructor_text")!.Value);
        Assert.Contains("<td>The divergence | of two</td><td>3</td>", assignment.Element(task + "text")!.Value);
        Assert.Equal(ReleasedNotebook.Make(Lecture).ToBytes(), Encoding.UTF8.GetBytes(Text(archive.GetEntry("sampler/sampler.ipynb")!)));
    }

    [Fact]
    public void The_same_lecture_gives_the_same_bytes_and_an_adapted_policy_stays()
    {
        byte[][] Files() => [.. Directory.GetFiles(Folder.FullName).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Assert.Equal(4, AssignmentPack.Write(Folder.FullName, [Lecture]).Count);
        var first = Files();
        Assert.Equal(3, AssignmentPack.Write(Folder.FullName, [Lecture]).Count);
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
