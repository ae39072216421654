using System.Globalization;
using System.Text.RegularExpressions;
using GenerativeCourse.Evaluation;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Lectures;

/// <summary>The results that a committed lecture prints, held against the ledger.</summary>
static partial class PrintedResults
{
    /// <summary>The keys of the rows that its outputs name.</summary>
    public static IEnumerable<string> Keys(Notebook lecture) => lecture.CodeCells.SelectMany(Lines).Select(line => Mark().Match(line)).Where(mark => mark.Success).Select(mark => mark.Groups["key"].Value);

    /// <summary>What does not agree, a line each.</summary>
    public static IEnumerable<string> Faults(Notebook lecture, ResultLedger ledger)
    {
        foreach (var cell in lecture.CodeCells)
        {
            string[] lines = [.. Lines(cell).Where(line => Mark().IsMatch(line))];
            if (cell.Source.Contains("Results.Show(") && lines.Length == 0)
                yield return $"cell {cell.Id} shows a result and prints none";
            foreach (var line in lines)
                if (Fault(line, Mark().Match(line), ledger) is { } fault)
                    yield return $"cell {cell.Id} prints '{line}': {fault}";
        }
    }

    static string? Fault(string line, Match mark, ResultLedger ledger)
    {
        var key = mark.Groups["key"].Value;
        if (mark.Groups["what"].Value == "recorded" && !mark.Groups["recorded"].Success) // as it stands in the ledger
            return ledger.Find(key) is { } shown ? Disagreement(line, shown, null) : "results.json has no such row";
        var profile = mark.Groups["profile"] is { Success: true, Value: var named } ? named : "quick";
        if (mark.Groups["what"].Value == "not recorded" || ledger.Find(key, profile) is not { } row)
            return "results.json has no such row";
        return Disagreement(line, row, mark.Groups["recorded"].Value) ?? (profile != "quick" ? "the committed outputs are to be those of a quick run, which has no row of its own" : null);
    }

    // The printed value within the row's tolerance, and the recorded one that the line names is the row's.
    static string? Disagreement(string line, ResultRow row, string? recorded)
    {
        if (!line.StartsWith($"{row.Metric} ", StringComparison.Ordinal) || !Number(line[(row.Metric.Length + 1)..].Split(' ', ',', ':')[0], out var value, out _))
            return $"it does not begin with the row's metric, '{row.Metric}', and a number";
        if (recorded is not null && (!Number(recorded, out var named, out var digit) || Math.Abs(named - row.Value) > 0.51 * digit))
            return $"the row says {row.Value}";
        var tolerance = recorded is null ? 0.01 * Math.Abs(row.Value) : row.Tolerance;
        return Math.Abs(value - row.Value) > tolerance * 1.01 + 1e-9 ? $"the row says {row.Value}, give or take {tolerance}" : null;
    }

    // A printed number, and what its last digit is worth.
    static bool Number(string text, out double value, out double digit)
    {
        digit = text.Split('.') is [_, var decimals] && !text.Contains('E') ? Math.Pow(10, -decimals.Length) : 1;
        var read = double.TryParse(text, CultureInfo.InvariantCulture, out value);
        if (text.Contains('E'))
            digit = Math.Abs(value) * 1e-4;
        return read;
    }

    static IEnumerable<string> Lines(NotebookCell cell) => cell.Outputs.Where(output => (string?)output!["output_type"] == "stream").SelectMany(output => ((string?)output!["text"] ?? "").Split('\n'));

    [GeneratedRegex(@"\((?:(?<what>not recorded|recorded), |recorded(?: in the (?<profile>quick|full) profile)?: (?<recorded>\S+), )row (?<key>[a-z0-9.-]+)\)$")]
    private static partial Regex Mark();
}
