using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Packing;

namespace GenerativeCourse.Grading.Serving;

/// <summary>What the lecture says of an exercise, for the lecturer's eyes.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Solution">The cell with the solution, or an essay's model answer with its mark scheme.</param>
/// <param name="Questions">Questions to ask in person.</param>
public sealed record LectureExercise(string Task, string Solution, IReadOnlyList<OralQuestion> Questions)
{
    /// <summary>What a lecture's exercise says, without the marks around its solution.</summary>
    /// <exception cref="AssignmentException">Its notes cannot be read.</exception>
    public static LectureExercise Of(Exercise exercise) => new(
        exercise.Task.Count == 0 ? "" : exercise.Task[^1].Source,
        MarkedRegion.MarkScheme.WithoutMarks(MarkedRegion.Solution.WithoutMarks(exercise.Solution), "**Mark scheme:**"),
        ExerciseNotes.Of(exercise).Questions);
}
