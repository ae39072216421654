using System.Globalization;

namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>Which answers a grader goes through, in which order, beside what, and whether names are shown.</summary>
/// <param name="Class">The class.</param>
/// <param name="Only">All answers, those to be graded (open) or those that lost points (failed).</param>
/// <param name="Beside">What stands beside them: the solution, the stub, or another student's answer as <c>student:ID</c>.</param>
/// <param name="IsBlind">Whether students are numbers, in an order that says nothing of their names.</param>
sealed record AnswerChoice(ReviewedClass Class, string? Only, string? Beside, bool IsBlind)
{
    /// <summary>The kinds of answers, and what they are called.</summary>
    public static IReadOnlyList<(string Key, string Name)> Kinds { get; } = [("all", "all"), ("open", "to be graded"), ("failed", "with points lost")];

    /// <summary>Whether an answer is among them.</summary>
    public bool Takes(ReviewedAnswer answer) => Only switch { "open" => answer.IsOpen, "failed" => answer.HasFailed, _ => true };

    /// <summary>The student whose answer stands beside; null where it is no student's.</summary>
    public string? Other => !IsBlind && Beside?.StartsWith("student:", StringComparison.Ordinal) == true ? Beside["student:".Length..] : null;

    /// <summary>What a student is called.</summary>
    public string Name(string student) => IsBlind ? string.Create(CultureInfo.InvariantCulture, $"Student {Class.Number(student)}") : student;

    /// <summary>All answers to an exercise in the order in which they are gone through.</summary>
    public IReadOnlyList<ReviewedAnswer> InOrder(ReviewedExercise exercise) => IsBlind ? [.. Class.Answers(exercise).OrderBy(answer => Class.Number(answer.Student))] : [.. Class.Answers(exercise)];

    /// <summary>The answer before and the one behind a student's; null where there is none.</summary>
    public (ReviewedAnswer? Before, ReviewedAnswer? Behind) Neighbours(ReviewedAnswer answer)
    {
        var (before, behind) = Around(answer);
        return (before.LastOrDefault(Takes), behind.FirstOrDefault(Takes));
    }

    /// <summary>The next answer that a person has to grade: behind this one, else before it, else to another exercise.</summary>
    public ReviewedAnswer? NextOpen(ReviewedAnswer answer)
    {
        var (before, behind) = Around(answer);
        return behind.Concat(before).Concat(Class.Exercises.Where(other => other != answer.Exercise).SelectMany(InOrder)).FirstOrDefault(other => other.IsOpen);
    }

    /// <summary>How addresses and forms name a student.</summary>
    public string Key(string student) => IsBlind ? Class.Alias(student) : student;

    /// <summary>The address of an answer among them.</summary>
    public string Address(ReviewedAnswer answer) => Pages.Address.Answer(answer.Exercise.Key, Key(answer.Student), Only, Beside);

    (IEnumerable<ReviewedAnswer> Before, IEnumerable<ReviewedAnswer> Behind) Around(ReviewedAnswer answer)
    {
        var all = InOrder(answer.Exercise);
        var at = 0;
        while (at < all.Count && all[at].Student != answer.Student)
            at++;
        return (all.Take(at), all.Skip(at + 1));
    }
}
