using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Keys;

namespace GenerativeCourse.Grading.Checking;

/// <summary>Tries the answer that a session has run last with the inputs of each seed.</summary>
sealed class SeedTrial(CellSession session, Exercise exercise, IReadOnlyList<int> seeds)
{
    /// <summary>Adds to the tests what they are with each seed, by the solution.</summary>
    /// <exception cref="AssignmentException">A test fails with one.</exception>
    public async Task<IReadOnlyList<KeyTest>> Record(IReadOnlyList<KeyTest> tests, CancellationToken cancellation)
    {
        var varied = new List<KeyTest>();
        foreach (var (test, key) in exercise.Tests.Zip(tests))
        {
            if (!IsVaried(test))
            {
                varied.Add(key);
                continue;
            }
            var sets = await TestRecorder.Vary(session, test, seeds, cancellation).ConfigureAwait(false);
            foreach (var (variant, outcomes) in sets)
                if (key.With(variant).Checks.Zip(outcomes).FirstOrDefault(pair => !pair.First.Judge(pair.Second).Passed) is { First: { } failed, Second: var outcome })
                    throw new AssignmentException($"test {test.GradeId} with Given.Seed = {variant.Seed}: {failed.Judge(outcome).Message(failed.Asked, "")}");
            varied.Add(key with { Variants = [.. sets.Select(set => set.Variant)] });
        }
        return varied;
    }

    /// <summary>The seeds with whose inputs the answer passes all tests that depend on one.</summary>
    public async Task<IReadOnlyList<int>> Passed(IReadOnlyList<KeyTest> tests, CancellationToken cancellation)
    {
        var passed = seeds.ToHashSet();
        foreach (var (test, key) in exercise.Tests.Zip(tests).Where(pair => pair.Second.Variants is not null))
        {
            try
            {
                foreach (var (variant, outcomes) in await TestRecorder.Vary(session, test, seeds, cancellation).ConfigureAwait(false))
                    if (key.With(key.Variants!.First(known => known.Seed == variant.Seed)).Checks.Zip(outcomes).Any(pair => !pair.First.Judge(pair.Second).Passed))
                        passed.Remove(variant.Seed);
            }
            catch (AssignmentException)
            {
                return []; // It cannot even be asked.
            }
        }
        return [.. passed];
    }

    bool IsVaried(TestCell test) => seeds.Count > 0 && AskedCode.Seeded(test.Source);
}
