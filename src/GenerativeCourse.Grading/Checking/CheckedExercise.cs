using GenerativeCourse.Grading.Exercises;

namespace GenerativeCourse.Grading.Checking;

/// <summary>What trying an exercise showed.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Rejected">For each wrong answer that was rejected, which check did so first, and how surely where it is a statistical one.</param>
/// <param name="FalseFail">The probability that a right answer fails one of its checks by chance, at most; 0 where none is statistical.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record CheckedExercise(Exercise Exercise, IReadOnlyList<string> Rejected, double FalseFail, IReadOnlyList<Problem> Problems);
