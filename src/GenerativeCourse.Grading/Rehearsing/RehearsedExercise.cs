namespace GenerativeCourse.Grading.Rehearsing;

/// <summary>How an exercise stands before it is handed in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Passed">How many of its visible checks pass.</param>
/// <param name="Checks">How many there are.</param>
/// <param name="Faults">What is missing or fails, a few lines each; empty when nothing is known to be wrong.</param>
public sealed record RehearsedExercise(string Id, double Points, int Passed, int Checks, IReadOnlyList<string> Faults);
