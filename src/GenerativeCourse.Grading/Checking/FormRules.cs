using System.Globalization;
using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Exercises;

namespace GenerativeCourse.Grading.Checking;

/// <summary>What can be said of an assignment without running it.</summary>
static partial class FormRules
{
    const int FewestWrongAnswers = 2;

    /// <summary>What is wrong with it, beyond what reading it found.</summary>
    public static IEnumerable<Problem> Problems(Assignment assignment)
    {
        foreach (var exercise in assignment.Exercises)
        {
            var place = $"exercise {exercise.Id}";
            if (!exercise.IsManual && exercise.WrongAnswers.Count < FewestWrongAnswers)
                yield return new Problem(place, $"it has {exercise.WrongAnswers.Count} wrong answers; {FewestWrongAnswers} at least show what its tests reject");
            foreach (var twice in exercise.WrongAnswers.GroupBy(wrong => wrong.Name).Where(group => group.Count() > 1))
                yield return new Problem(place, $"two wrong answers are called '{twice.Key}'");
            if (exercise.Points == 0)
                yield return new Problem(place, "it is worth no points");
            if (exercise.Task.Count == 0 && !exercise.IsManual)
                yield return new Problem(place, "no markdown cell before it says what is asked");
            foreach (var need in exercise.Needs.Where(need => Training().IsMatch(assignment.Notebook.Cells.First(cell => cell.Id == need).Source)))
                yield return new Problem(place, $"it needs cell {need}, which trains live: grading would train once a student");
            var stated = exercise.Task.Count == 0 ? [] : Stated(exercise.Task[^1].Source);
            if (stated.Count > 0 && !stated.Contains(exercise.Points))
                yield return new Problem(place, $"its text says {Text(stated[0])} points, and its tests are worth {Text(exercise.Points)}");
            foreach (var total in exercise.Task.SkipLast(1).SelectMany(cell => Stated(cell.Source)).Where(total => total != assignment.Points))
                yield return new Problem(place, $"the text before it says {Text(total)} points in all, and the exercises are worth {Text(assignment.Points)}");
        }
    }

    static List<double> Stated(string text) => [.. Points().Matches(text).Select(match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    static string Text(double points) => points.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+(?:\.\d+)?) points?\b")]
    private static partial Regex Points();

    [GeneratedRegex(@"\bnew Trainer\(")]
    private static partial Regex Training();
}
