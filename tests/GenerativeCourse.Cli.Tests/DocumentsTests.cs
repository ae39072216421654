using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GenerativeCourse.Cli.Tests;

public sealed partial class DocumentsTests
{
    static readonly CourseFolder Course = CourseFolder.Find();

    static string Read(string name) => File.ReadAllText(Course[name]);

    public static TheoryData<string> Documents => ["README.md", "environment.md", "SYLLABUS.md"];

    [Theory, MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        var broken = Link().Matches(Read(document)).Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://") && !File.Exists(Course[link]) && !Directory.Exists(Course[link]));
        Assert.Empty(broken);
    }

    [Theory, MemberData(nameof(Documents))]
    public void Commands_that_they_name_are_there(string document)
    {
        var named = Named().Matches(Read(document)).Select(match => match.Groups[1].Value).Distinct();
        Assert.Empty(named.Except(CourseTool.Root().Subcommands.Select(command => command.Name)));
    }

    [Fact]
    public void Each_package_has_its_line_in_environment()
    {
        var packages = XDocument.Load(Course["Directory.Packages.props"]).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        var text = Read("environment.md");
        Assert.All(packages, package => Assert.Contains(package, text));
    }

    [Fact]
    public void The_syllabus_tells_which_lectures_are_there()
    {
        var states = Row().Matches(Read("SYLLABUS.md")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.Equal(13, states.Count);
        Assert.All(states, row => Assert.Contains(row.Value, new[] { "planned", "being written", "written" }));
        bool IsThere(string lecture) => File.Exists(Course["notebooks", lecture + ".ipynb"]);
        Assert.DoesNotContain(states, row => row.Value == "planned" && IsThere(row.Key));
        Assert.DoesNotContain(states, row => row.Value == "written" && !IsThere(row.Key));
        if (Directory.Exists(Course["notebooks"]))
            Assert.All(Directory.GetFiles(Course["notebooks"], "*.ipynb"), file => Assert.Contains(Path.GetFileNameWithoutExtension(file), states));
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\./course (?:--torch [a-z]+ |--no-build )?([a-z]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\|[^|]*\| `(\d\d-[a-z0-9-]+)`[^|]*\| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
