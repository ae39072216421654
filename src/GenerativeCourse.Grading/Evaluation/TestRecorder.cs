using System.Text.Json;
using GenerativeCourse.Exercises.Judging;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Keys;

namespace GenerativeCourse.Grading.Evaluation;

/// <summary>Runs a test cell as it stands, once, where the solution has been run, and writes down its inputs and what each check expects.</summary>
static class TestRecorder
{
    const string Exercises = "global::GenerativeCourse.Exercises";

    /// <summary>The test as it can be graded by.</summary>
    /// <exception cref="AssignmentException">The cell fails.</exception>
    public static async Task<KeyTest> Record(CellSession session, TestCell test, CancellationToken cancellation)
    {
        var entries = await Outcomes(session, test, cancellation).ConfigureAwait(false);
        var inputs = new List<KeyInput>();
        foreach (var input in test.Inputs)
            inputs.Add(await Input(input).ConfigureAwait(false));
        return new KeyTest(test.GradeId, test.Points, test.Partial, inputs,
            [.. entries.Select(entry => new KeyCheck(entry.Check.Asked, entry.Check.Uses, entry.Check.Hint, entry.Check.IsHidden, entry.Expectation, KeyCheck.Counted(entry.Expectation, entry.Outcome)))]);

        async Task<KeyInput> Input(TestInput input)
        {
            var data = input.IsAsked ? "" : await Run(session, test, $"{Exercises}.Given.Write({input.Name})", cancellation).ConfigureAwait(false);
            return string.IsNullOrEmpty(data)
                ? new KeyInput(input.Name, input.Type, null, input.Declaration)
                : new KeyInput(input.Name, TypeOf(PlainValue.FromJson(data)), PlainValue.FromJson(data), null);
        }
    }

    /// <summary>Runs a test cell as it stands; answers what each of its checks expects, and what it met.</summary>
    /// <exception cref="AssignmentException">The cell fails.</exception>
    public static async Task<IReadOnlyList<(CheckCall Check, Expectation Expectation, Outcome Outcome)>> Outcomes(CellSession session, TestCell test, CancellationToken cancellation)
    {
        await Run(session, test, $"{Exercises}.CheckRecord.Begin();", cancellation).ConfigureAwait(false);
        await Run(session, test, test.Source, cancellation).ConfigureAwait(false);
        var entries = JsonSerializer.Deserialize<List<Entry>>(await Run(session, test, $"{Exercises}.CheckRecord.End()", cancellation).ConfigureAwait(false) ?? "[]")!;
        return entries.Count == test.Checks.Count
            ? [.. test.Checks.Zip(entries, (check, entry) => (check, entry.Expectation, entry.Outcome))]
            : throw new AssignmentException($"test {test.GradeId}: {entries.Count} of its {test.Checks.Count} checks were made");
    }

    /// <summary>What a test's inputs, expectations and outcomes are with each of some seeds: one cell, compiled once, in which the test stands as a method's body.</summary>
    /// <exception cref="AssignmentException">The cell fails.</exception>
    public static async Task<IReadOnlyList<(KeyVariant Variant, IReadOnlyList<Outcome> Outcomes)>> Vary(CellSession session, TestCell test, IReadOnlyList<int> seeds, CancellationToken cancellation)
    {
        var written = string.Join(", ", test.Inputs.Select(input => input.IsAsked ? "\"\"" : $"{Exercises}.Given.Write({input.Name})"));
        var code = $$"""
            string Vary__()
            {
                var sets__ = new global::System.Collections.Generic.List<object>();
                foreach (var seed__ in new[] { {{string.Join(", ", seeds)}} })
                {
                    {{Exercises}}.Given.Seed = seed__;
                    {{Exercises}}.CheckRecord.Begin();
            {{test.Source}}
                    sets__.Add(new { Inputs = new string[] { {{written}} }, Entries = {{Exercises}}.CheckRecord.End() });
                }
                {{Exercises}}.Given.Seed = 1;
                return global::System.Text.Json.JsonSerializer.Serialize(sets__);
            }
            Vary__()
            """;
        var sets = JsonSerializer.Deserialize<List<Set>>(await Run(session, test, code, cancellation).ConfigureAwait(false) ?? "[]")!;
        return [.. sets.Zip(seeds, (set, seed) =>
        {
            var entries = JsonSerializer.Deserialize<List<Entry>>(set.Entries)!;
            return (new KeyVariant(seed, [.. set.Inputs.Select(data => data.Length == 0 ? null : PlainValue.FromJson(data))], [.. entries.Select(entry => entry.Expectation)]),
                (IReadOnlyList<Outcome>)[.. entries.Select(entry => entry.Outcome)]);
        })];
    }

    static async Task<string?> Run(CellSession session, TestCell test, string code, CancellationToken cancellation)
    {
        var reply = await session.Run(code, cancellation).ConfigureAwait(false);
        return reply.Failure is { } failure ? throw new AssignmentException($"test {test.GradeId}: {failure.Message}") : reply.Result;
    }

    static string TypeOf(PlainValue value) => value.Type.StartsWith("Tensor ", StringComparison.Ordinal) ? "global::TorchSharp.torch.Tensor" : value.Type;

    sealed record Set(string[] Inputs, string Entries);

    sealed record Entry(Expectation Expectation, Outcome Outcome);
}
