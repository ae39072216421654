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
        await Run($"{Exercises}.CheckRecord.Begin();").ConfigureAwait(false);
        await Run(test.Source).ConfigureAwait(false);
        var entries = JsonSerializer.Deserialize<List<Entry>>(await Run($"{Exercises}.CheckRecord.End()").ConfigureAwait(false) ?? "[]")!;
        if (entries.Count != test.Checks.Count)
            throw new AssignmentException($"test {test.GradeId}: {entries.Count} of its {test.Checks.Count} checks were made");
        var inputs = new List<KeyInput>();
        foreach (var input in test.Inputs)
            inputs.Add(await Input(input).ConfigureAwait(false));
        return new KeyTest(test.GradeId, test.Points, test.Partial, inputs,
            [.. test.Checks.Zip(entries, (check, entry) => new KeyCheck(check.Asked, check.Uses, check.Hint, check.IsHidden, entry.Expectation))]);

        async Task<KeyInput> Input(TestInput input)
        {
            var data = input.IsAsked ? "" : await Run($"{Exercises}.Given.Write({input.Name})").ConfigureAwait(false);
            return string.IsNullOrEmpty(data)
                ? new KeyInput(input.Name, input.Type, null, input.Declaration)
                : new KeyInput(input.Name, TypeOf(PlainValue.FromJson(data)), PlainValue.FromJson(data), null);
        }

        async Task<string?> Run(string code)
        {
            var reply = await session.Run(code, cancellation).ConfigureAwait(false);
            return reply.Failure is { } failure ? throw new AssignmentException($"test {test.GradeId}: {failure.Message}") : reply.Result;
        }
    }

    static string TypeOf(PlainValue value) => value.Type.StartsWith("Tensor ", StringComparison.Ordinal) ? "global::TorchSharp.torch.Tensor" : value.Type;

    sealed record Entry(Expectation Expectation, Outcome Outcome);
}
