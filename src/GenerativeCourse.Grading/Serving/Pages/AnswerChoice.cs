namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>Which answers a grader goes through, and beside what.</summary>
/// <param name="Only">All answers, those to be graded (open) or those that lost points (failed).</param>
/// <param name="Beside">What stands beside them: the solution, the stub, or another student's answer as <c>student:ID</c>.</param>
sealed record AnswerChoice(string? Only, string? Beside)
{
    /// <summary>The kinds of answers, and what they are called.</summary>
    public static IReadOnlyList<(string Key, string Name)> Kinds { get; } = [("all", "all"), ("open", "to be graded"), ("failed", "with points lost")];

    /// <summary>Whether an answer is among them.</summary>
    public bool Takes(ReviewedAnswer answer) => Only switch { "open" => answer.IsOpen, "failed" => answer.HasFailed, _ => true };

    /// <summary>The student whose answer stands beside; null where it is no student's.</summary>
    public string? Other => Beside?.StartsWith("student:", StringComparison.Ordinal) == true ? Beside["student:".Length..] : null;

    /// <summary>The answer before and the one behind a student's, by the students' ids; null where there is none.</summary>
    public (ReviewedAnswer? Before, ReviewedAnswer? Behind) Neighbours(ReviewedClass all, ReviewedAnswer answer) => (
        all.Answers(answer.Exercise).LastOrDefault(other => string.CompareOrdinal(other.Student, answer.Student) < 0 && Takes(other)),
        all.Answers(answer.Exercise).FirstOrDefault(other => string.CompareOrdinal(other.Student, answer.Student) > 0 && Takes(other)));

    /// <summary>The address of an answer among them.</summary>
    public string Address(ReviewedAnswer answer) => Pages.Address.Answer(answer.Exercise.Key, answer.Student, Only, Beside);
}
