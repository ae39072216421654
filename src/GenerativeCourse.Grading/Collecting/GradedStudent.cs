using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Collecting;

/// <summary>One student is done.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Report">The grades; null where those in the gradebook still hold, or none could be made.</param>
/// <param name="Problem">Why none could be made; null where they could.</param>
/// <param name="Done">How many students are done.</param>
/// <param name="Of">How many there are.</param>
public sealed record GradedStudent(string Student, GradeReport? Report, string? Problem, int Done, int Of);
