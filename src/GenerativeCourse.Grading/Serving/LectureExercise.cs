namespace GenerativeCourse.Grading.Serving;

/// <summary>What the lecture says of an exercise, for the lecturer's eyes.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Solution">The cell with the solution, or an essay's model answer with its mark scheme.</param>
public sealed record LectureExercise(string Task, string Solution);
