namespace GenerativeCourse.Grading.Keys;

/// <summary>A test cell as it is graded by.</summary>
/// <param name="GradeId">Its id in the gradebook.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Partial">Whether each check that passes earns its share of the points; else all of them must pass.</param>
/// <param name="Inputs">Its variables, in order.</param>
/// <param name="Checks">Its checks, in order.</param>
/// <param name="Variants">It with the inputs of each seed, where they differ between students; else null.</param>
/// <param name="Seed">The seed that its inputs were made from; null where it is none of a student's.</param>
public sealed record KeyTest(string GradeId, double Points, bool Partial, IReadOnlyList<KeyInput> Inputs, IReadOnlyList<KeyCheck> Checks, IReadOnlyList<KeyVariant>? Variants = null, int? Seed = null)
{
    /// <summary>It as one student is graded by it.</summary>
    public KeyTest For(string student, string assignment) => Variants is null ? this : With(Variants[StudentSeed.Choose(student, assignment, Variants.Count)]);

    /// <summary>It without its hidden checks and the inputs that only they use, for every student the same.</summary>
    public KeyTest Visible()
    {
        KeyCheck[] visible = [.. Checks.Where(check => !check.IsHidden)];
        return this with { Checks = visible, Inputs = [.. Inputs.Where(input => visible.Any(check => check.Uses.Contains(input.Name)))], Variants = null };
    }

    /// <summary>It with one seed's inputs.</summary>
    public KeyTest With(KeyVariant variant) => this with
    {
        Inputs = [.. Inputs.Zip(variant.Inputs, (input, value) => value is null ? input : input with { Value = value })],
        Checks = [.. Checks.Zip(variant.Expectations, (check, expectation) => check with { Expectation = expectation })],
        Variants = null,
        Seed = variant.Seed,
    };
}
