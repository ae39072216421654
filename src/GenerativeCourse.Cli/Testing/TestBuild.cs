using System.Text.Json;
using System.Text.RegularExpressions;

namespace GenerativeCourse.Cli.Testing;

/// <summary>Builds test projects, in Release as the tool itself.</summary>
public static partial class TestBuild
{
    /// <summary>Builds the projects and what they use, and says nothing unless that fails.</summary>
    /// <exception cref="UserException">The build failed; its errors are in the message.</exception>
    public static async Task Run(CourseFolder course, IReadOnlyList<TestProject> projects, CancellationToken cancellation)
    {
        using var alone = await BuildLock.Take(course, cancellation);
        // A solution filter lets one build see all projects, so that what they share is built once.
        var filter = course["out", "tests.slnf"];
        var files = projects.Select(project => Path.GetRelativePath(course.Path, project.File));
        await File.WriteAllTextAsync(filter, JsonSerializer.Serialize(new { solution = new { path = $"../{CourseFolder.Solution}", projects = files } }), cancellation);
        var (code, output) = await DotNetBuild.Run(["build", filter, "-c", "Release", $"-p:Torch={CourseFolder.Torch}", "-v", "q", "-nologo"], cancellation);
        if (code == 0)
            return;
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var errors = lines.Where(line => line.Contains("error ", StringComparison.Ordinal)).Select(line => ProjectName().Replace(line, "")).Distinct().ToList();
        throw new UserException($"the tests do not build\n{string.Join('\n', errors.Count > 0 ? errors : lines.TakeLast(20))}");
    }

    [GeneratedRegex(@" \[[^\]]*\]$")]
    private static partial Regex ProjectName();
}
