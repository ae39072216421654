namespace GenerativeCourse.Grading.Exercises;

/// <summary>A wrong answer that a learner may well give, and that an exercise's tests must reject.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Why">Why a learner gives it.</param>
/// <param name="Source">What stands in the place of the solution, at its indentation.</param>
public sealed record WrongAnswer(string Name, string Why, string Source);
