using GenerativeCourse.Grading.Exercises;

namespace GenerativeCourse.Grading.Checking;

/// <summary>What checking an assignment showed.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Exercises">What trying each exercise showed; empty where its form forbade that.</param>
/// <param name="Problems">All that is wrong with it; empty when it is sound.</param>
/// <param name="NeededTime">How long the needed cells ran, which is what each submission begins with.</param>
public sealed record CheckReport(Assignment Assignment, IReadOnlyList<CheckedExercise> Exercises, IReadOnlyList<Problem> Problems, TimeSpan NeededTime);
