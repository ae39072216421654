using System.Text.RegularExpressions;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Cli.Running;

/// <summary>What a run says at its end: which cells failed and why, and where the notebooks were written.</summary>
public static partial class RunReport
{
    const int Lines = 30;

    /// <summary>Writes the report to standard output.</summary>
    public static void Write(IReadOnlyList<NotebookOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            foreach (var cell in outcome.Result?.Failures ?? [])
                Failure(outcome.Name, cell);
            if (outcome.Problem is { } problem)
                Console.WriteLine($"{(outcome.Result is null ? "" : $"{outcome.Name} was not written: ")}{problem}\n");
        }
        var written = outcomes.Select(outcome => outcome.Written).OfType<string>().ToList();
        if (written.Count > 0)
            Console.WriteLine($"Written: {(written.Count == 1 ? Here(written[0]) : string.Join(", ", written.Select(Path.GetDirectoryName).Distinct().Select(Here)))}");
    }

    static void Failure(string notebook, CellResult cell)
    {
        var failure = cell.Failure!;
        Console.WriteLine($"{notebook} [{cell.Number}] failed ({failure.Name}), cell id {cell.Id}");
        var account = failure.Traceback.Count > 0 ? string.Join('\n', failure.Traceback) : $"{failure.Message}\n\n{cell.Source}";
        var lines = (Console.IsOutputRedirected ? Colour().Replace(account, "") : account).TrimEnd().Split('\n');
        foreach (var line in lines.Take(Lines))
            Console.WriteLine($"    {line.TrimEnd()}");
        if (lines.Length > Lines)
            Console.WriteLine($"    [{lines.Length - Lines} more lines stand in the notebook]");
        Console.WriteLine();
    }

    // As the user would write it.
    static string Here(string? path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path!) is var near && near.StartsWith('.') ? path! : near;

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();
}
