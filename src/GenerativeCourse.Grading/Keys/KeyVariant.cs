using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Grading.Keys;

/// <summary>A test with one seed's inputs, where they differ between students.</summary>
/// <param name="Seed">The seed: what <c>Given.Seed</c> is.</param>
/// <param name="Inputs">The test's variables with this seed, in its order; null where they are made anew from their source.</param>
/// <param name="Expectations">What its checks expect, in its order.</param>
public sealed record KeyVariant(int Seed, IReadOnlyList<PlainValue?> Inputs, IReadOnlyList<Expectation> Expectations);
