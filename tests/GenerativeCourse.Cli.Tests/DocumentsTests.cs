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
    public void The_syllabus_calls_a_lecture_written_when_it_is()
    {
        var rows = Row().Matches(Read("SYLLABUS.md")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.StartsWith("written", StringComparison.Ordinal));
        Assert.Equal(13, rows.Count);
        var there = Directory.Exists(Course["notebooks"]) ? Directory.GetFiles(Course["notebooks"], "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file)) : [];
        Assert.Equal(there.Order(), rows.Where(row => row.Value).Select(row => row.Key).Order());
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\./course (?:--torch [a-z]+ |--no-build )?([a-z]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\|[^|]*\| `(\d\d-[a-z0-9-]+)`[^|]*\| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
