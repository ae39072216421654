namespace GenerativeCourse.Grading.Keys;

/// <summary>A released notebook as it is graded.</summary>
/// <param name="Name">Its file's name without the ending.</param>
/// <param name="Sha256">The digest of the released file, which tells a key from another release's.</param>
/// <param name="Exercises">Its exercises, in order.</param>
public sealed record KeyNotebook(string Name, string Sha256, IReadOnlyList<KeyExercise> Exercises)
{
    /// <summary>What it is worth.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double Points => Exercises.Sum(exercise => exercise.ManualPoints + exercise.Tests.Sum(test => test.Points));

    /// <summary>It as one student is graded by it.</summary>
    public KeyNotebook For(string student, string assignment) => this with { Exercises = [.. Exercises.Select(exercise => exercise.For(student, assignment))] };
}
