using System.Globalization;
using GenerativeCourse.Grading.Checking;

namespace GenerativeCourse.Cli.Assignments;

/// <summary>A checked assignment as a lecturer reads it.</summary>
static class CheckReportText
{
    /// <summary>Writes the exercises and what rejects their wrong answers, then all that is wrong.</summary>
    public static void Write(CheckReport report, TextWriter output, TextWriter errors)
    {
        var assignment = report.Assignment;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{assignment.Name}: {Count(assignment.Exercises.Count, "exercise")}, {Count(assignment.Points, "point")}; needed cells {report.NeededTime.TotalSeconds:0.0} s"));
        foreach (var exercise in assignment.Exercises)
        {
            if (exercise.IsManual)
                output.WriteLine($"  {exercise.Id}: {Count(exercise.Points, "point")}, graded by a person");
            else if (report.Exercises.FirstOrDefault(tried => tried.Exercise.Id == exercise.Id) is { } tried)
                Write(tried, output);
            else
                output.WriteLine($"  {exercise.Id}: {Count(exercise.Points, "point")}, not tried");
        }
        foreach (var problem in report.Problems)
            errors.WriteLine($"course: {assignment.Name}, {problem}");
        if (report.Problems.Count == 0)
            output.WriteLine("  sound: every stub and wrong answer fails, every solution passes, nothing hidden is released");
    }

    static void Write(CheckedExercise tried, TextWriter output)
    {
        var exercise = tried.Exercise;
        var checks = exercise.Tests.SelectMany(test => test.Checks).ToList();
        var chance = tried.FalseFail == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", a right answer fails by chance {tried.FalseFail:0.#e+0} of the time");
        output.WriteLine($"  {exercise.Id}: {Count(exercise.Points, "point")}, {Count(checks.Count, "check")} ({checks.Count(check => check.IsHidden)} hidden), {tried.Rejected.Count} of {Count(exercise.WrongAnswers.Count, "wrong answer")} rejected{chance}");
        foreach (var line in tried.Rejected)
            output.WriteLine($"    {line}");
    }

    static string Count(double count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
