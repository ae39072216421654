using GenerativeCourse.Evaluation;
using Spectre.Console;

namespace GenerativeCourse.Cli.Ledgers;

/// <summary>A table for each task that the course and others have been measured on, and the course's other numbers named below.</summary>
static class ComparisonTables
{
    /// <summary>Writes them.</summary>
    public static void Write(ResultLedger ledger)
    {
        var console = WideConsole.Create();
        var comparisons = Comparison.Of(ledger.Rows);
        foreach (var comparison in comparisons)
            Write(console, comparison);
        string[] alone = [.. ledger.Rows.Where(row => !comparisons.Any(comparison => comparison.Task.Holds(row))).Select(row => row.Key).Distinct()];
        if (alone.Length > 0)
            console.WriteLine($"Without a published number on the same data, unit and binarisation: {string.Join(", ", alone)}.");
    }

    static void Write(IAnsiConsole console, Comparison comparison)
    {
        console.Write(new Text($"{comparison.Task.Name} ({comparison.Task.Better} is better)\n", new Style(decoration: Decoration.Bold)));
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("model");
        table.AddColumn(comparison.Task.Unit ?? comparison.Task.Metric, column => column.RightAligned().NoWrap());
        foreach (var name in comparison.Task.Metric == "likelihood" ? new[] { "95% interval", "bound", "from" } : ["95% interval", "from"])
            table.AddColumn(name);
        foreach (var line in comparison.Lines)
        {
            string[] cells = comparison.Task.Metric == "likelihood" ? [line.Model, line.Number, line.Range, line.Bound, line.From] : [line.Model, line.Number, line.Range, line.From];
            table.AddRow(cells.Select(cell => new Text(cell, line.Row is null ? Style.Plain : new Style(Color.Green, decoration: Decoration.Bold))));
        }
        console.Write(table);
        foreach (var (source, i) in comparison.Sources.Select((source, i) => (source, i)))
            console.WriteLine($"[{i + 1}] {source.Authors}, {source.Title}, {source.Year} ({source.Read})");
        foreach (var caveat in comparison.Caveats)
            console.WriteLine(caveat);
        console.WriteLine();
    }
}
