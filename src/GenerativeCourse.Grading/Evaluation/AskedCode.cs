using System.Globalization;
using System.Text;
using GenerativeCourse.Exercises.Judging;
using GenerativeCourse.Grading.Keys;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Grading.Evaluation;

/// <summary>Writes the cells that hand a test's inputs to an answer and ask for its values. Nothing of what is expected is in them.</summary>
static class AskedCode
{
    const string Exercises = "global::GenerativeCourse.Exercises";

    /// <summary>The cell that holds, as data, the inputs of a test that some of its checks use; null where they use none.</summary>
    public static string? Inputs(KeyTest test, IReadOnlyList<KeyCheck> checks)
    {
        var data = test.Inputs.Where(input => input.Value is not null && checks.Any(check => check.Uses.Contains(input.Name))).ToList();
        return data.Count == 0 ? null : string.Concat(data.Select(input => $"string {Store(test, input)} = {SymbolDisplay.FormatLiteral(input.Value!.ToJson(), quote: true)};\n"));
    }

    /// <summary>The cell whose result is what a check asks for, as an <see cref="Outcome"/> in JSON.</summary>
    public static string Ask(KeyTest test, KeyCheck check)
    {
        var code = new StringBuilder($"{Exercises}.Asked.Evaluate(() => {{ ");
        if (Seeded(check.Asked) || test.Inputs.Any(input => check.Uses.Contains(input.Name) && Seeded(input.Source ?? "")))
            code.Append(CultureInfo.InvariantCulture, $"{Exercises}.Given.Seed = {test.Seed ?? 1}; ");
        foreach (var input in test.Inputs.Where(input => check.Uses.Contains(input.Name)))
            code.Append(input.Source ?? $"{input.Type} {input.Name} = {Exercises}.Given.Read<{input.Type}>({Store(test, input)});").Append('\n');
        code.Append(check.Expectation is ThrowsExpectation ? $"{check.Asked}; return null;" : $"return {check.Asked};");
        return code.Append($" }}, shapeOnly: {(check.Expectation.NeedsShapeOnly ? "true" : "false")}).ToJson()").ToString();
    }

    /// <summary>Whether code names the seed that differs between students.</summary>
    public static bool Seeded(string code) => code.Contains("Given.Seed", StringComparison.Ordinal);

    static string Store(KeyTest test, KeyInput input) => $"given_{test.GradeId.Replace('-', '_')}_{input.Name}";
}
