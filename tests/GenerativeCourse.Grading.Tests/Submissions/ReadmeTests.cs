using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Sandboxing;

namespace GenerativeCourse.Grading.Tests.Submissions;

/// <summary>The README's example of grading as a library: it compiles as it stands there, and grades.</summary>
public sealed partial class ReadmeTests : FolderTests
{
    string At(params string[] parts) => Path.Combine([Folder.FullName, .. parts]);

    [Fact]
    public async Task The_example_grades_a_submission()
    {
        Peer.Require("bubblewrap");
        Peer.RequireHardware(Sandbox.Lacking is null, $"user namespaces ({Sandbox.Lacking})");
        var release = await SampleRelease.Get();
        release.Write(At("week6"));
        Directory.CreateDirectory(At("ada"));
        var handedIn = release[SampleRelease.Name].Clone();
        handedIn.Cell("mask").Source = "Tensor CausalMask(long length) => ones(length, length).tril() > 0;";
        handedIn.Write(At("ada", "06-vae.ipynb"));
        var text = File.ReadAllText(Path.Combine(Environment.GetEnvironmentVariable("COURSE_ROOT") ?? FindRoot(), "README.md"));
        var example = Example().Matches(text).Select(match => match.Groups[1].Value).Single(code => code.Contains("new Grader("));
        Assert.True(example.Trim().Split('\n').Length <= 13, "a line each step and one between them");
        foreach (var (there, here) in new[]
        {
            ("\"week6\", \"week6.key\"", $"\"{At("week6")}\", \"{At("week6.key")}\""), ("ada/06-vae.ipynb", At("ada", "06-vae.ipynb")), ("[\"06-vae\"]", $"[\"{SampleRelease.Name}\"]"),
            ("/opt/course/course-tool", Environment.ProcessPath!), ("/opt/course/datasets", Folder.FullName), ("/opt/course/", AppContext.BaseDirectory),
        })
        {
            Assert.Contains(there, example);
            example = example.Replace(there, here);
        }
        using var session = CellSession.Start(TestWorker.Options, new SessionLimits { Processor = TimeSpan.FromSeconds(60), Clock = TimeSpan.FromSeconds(200), Memory = 8_000_000_000 });
        var reply = await session.Run($"#r \"{Path.Combine(AppContext.BaseDirectory, "GenerativeCourse.Grading.dll")}\"\nusing System.IO;\n{example}\n$\"{{report.Score}} of {{report.Points}}\"", TestContext.Current.CancellationToken);
        Assert.Equal((null, "2 of 13"), (reply.Failure?.Message, reply.Result));
    }

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "README.md")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("README.md is not above the tests");
        return folder;
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
