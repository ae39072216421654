using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Lectures;

/// <summary>A lecture that the syllabus calls written is as long as the guide asks, measures something, and has its exercises.</summary>
public sealed partial class GuideTests
{
    const int FewestExercises = 4, MostExercises = 6;

    // Prerequisites are half a lecture; 10 to 12 have several applications each.
    static (int FewestWords, int MostWords, int FewestCells, int MostCells) Limits(string name) => name[..2] switch
    {
        "00" => (1000, 4500, 10, 45),
        "10" or "11" or "12" => (2500, 7000, 20, 70),
        _ => (2500, 4500, 20, 45),
    };

    [Theory]
    [MemberData(nameof(Syllabus.Written), MemberType = typeof(Syllabus))]
    public void A_written_lecture_is_as_long_as_it_should_be(string name)
    {
        if (name == "")
            return;
        var lecture = Lecture.Read($"{name}.ipynb");
        var limits = Limits(name);
        int words = Words(lecture), cells = lecture.CodeCells.Count();
        Assert.True(words >= limits.FewestWords && words <= limits.MostWords, $"{name} has {words} words; {limits.FewestWords} to {limits.MostWords} are asked");
        Assert.True(cells >= limits.FewestCells && cells <= limits.MostCells, $"{name} has {cells} code cells; {limits.FewestCells} to {limits.MostCells} are asked");
    }

    [Theory]
    [MemberData(nameof(Syllabus.Written), MemberType = typeof(Syllabus))]
    public void A_written_lecture_measures_something(string name) =>
        Assert.True(name is "" || name.StartsWith("00", StringComparison.Ordinal) || PrintedResults.Keys(Lecture.Read($"{name}.ipynb")).Any(key => key.StartsWith(name[..2], StringComparison.Ordinal)), $"{name} shows no result of its own: Results.Show");

    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public void A_lecture_has_four_to_six_exercises_that_train_nothing_live(string name)
    {
        var lecture = Lecture.Read(name);
        var exercises = Assignment.Read(lecture, Path.GetFileNameWithoutExtension(name)).Exercises;
        if (exercises.Count == 0 && Syllabus.States.GetValueOrDefault(Path.GetFileNameWithoutExtension(name)) != "written")
            return;
        Assert.True(exercises.Count is >= FewestExercises and <= MostExercises, $"{name} has {exercises.Count} exercises; {FewestExercises} to {MostExercises} are asked");
        foreach (var exercise in exercises)
        {
            foreach (var need in exercise.Needs.Where(need => lecture.Cells.First(cell => cell.Id == need).Source.Contains("trainer.Run(", StringComparison.OrdinalIgnoreCase)))
                Assert.Fail($"{name}, exercise {exercise.Id} needs cell {need}, which trains live");
            foreach (var test in exercise.Tests.SelectMany(test => test.Checks))
                Assert.True(test.Hint.Length > 10, $"{name}, exercise {exercise.Id}: the hint '{test.Hint}' tells a learner nothing");
        }
    }

    [Fact]
    public void Words_are_counted_without_code_mathematics_and_addresses()
    {
        var lecture = Notebook.Create();
        lecture.Cells.Add(NotebookCell.Markdown("a", "## Two words\n\nA *third* to [fifth](https://x.org/y) $z = 3 \\text{no}$ and `code`,\n$$ \\text{none here} $$\n\n```csharp\nint no;\n```\nthe model's end."));
        lecture.Cells.Add(NotebookCell.Code("b", "// none"));
        Assert.Equal(10, Words(lecture));
    }

    static int Words(Notebook lecture) => lecture.Cells.Where(cell => cell.Kind == CellKind.Markdown).Sum(cell => Word().Count(NotProse().Replace(cell.Source, " ")));

    [GeneratedRegex(@"```[\s\S]*?```|\$\$[\s\S]*?\$\$|\$[^$\n]*\$|`[^`\n]*`|\]\([^)]*\)|<[^>]*>")]
    private static partial Regex NotProse();

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}'’-]*")]
    private static partial Regex Word();
}
