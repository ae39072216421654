using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Sandboxing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Lectures;

/// <summary>Every lecture's exercises are sound, and who answers them as the lecture does earns every point that a machine gives.</summary>
public sealed class ExerciseTests
{
    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public async Task Exercises_are_sound_and_their_points_can_be_reached(string name)
    {
        var lecture = Lecture.Read(name);
        if (!lecture.Cells.Any(cell => cell.Metadata.ContainsKey(GradedCell.Key)))
            return;
        using var folder = new TemporaryFolder();
        string release = folder.File("week"), answered = folder.File($"in/ada/{name}"), graded = folder.File("graded");
        await Tool.Run("assignment", "release", Lecture.File(name), "--out", release); // refuses what is unsound
        var mine = Notebook.Read(Path.Combine(release, name));
        foreach (var cell in mine.Cells.Where(cell => GradedCell.Read(cell) is { Solution: true }))
            cell.Source = lecture.Cells.Single(other => other.Id == cell.Id).Source;
        Directory.CreateDirectory(Path.GetDirectoryName(answered)!);
        mine.Write(answered);
        string[] sandbox = Sandbox.Lacking is null ? [] : ["--unsandboxed"];
        await Tool.Run(["grade", "--release", release, "--submissions", folder.File("in"), "--out", graded, .. sandbox]);
        foreach (var test in JsonNode.Parse(File.ReadAllText(Path.Combine(graded, "gradescope", "ada.json")))!["tests"]!.AsArray())
            Assert.True((double)test!["score"]! == (double)test["max_score"]! || (string?)test["output"] == "A person will grade this.", $"{test["name"]}: {test["output"]}");
    }
}
