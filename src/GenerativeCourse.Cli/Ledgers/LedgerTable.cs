using GenerativeCourse.Evaluation;
using Spectre.Console;

namespace GenerativeCourse.Cli.Ledgers;

/// <summary>The ledger as a table.</summary>
static class LedgerTable
{
    /// <summary>Writes it.</summary>
    public static void Write(ResultLedger ledger)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in new[] { "key", "metric" })
            table.AddColumn(name);
        table.AddColumn("value", column => column.RightAligned().NoWrap());
        table.AddColumn("95% interval", column => column.NoWrap());
        foreach (var name in new[] { "unit", "bound, binarisation", "profile", "cost" })
            table.AddColumn(name);
        foreach (var row in ledger.Rows)
        {
            var line = new ComparisonLine(row.Model, row.Value, row.Interval, row.Bound, row);
            string[] cells =
            [
                row.Key, row.Metric, line.Number, line.Range, row.Unit,
                string.Join(", ", new[] { row.Bound, row.Binarisation is "none" ? "" : row.Binarisation }.Where(part => part != "")),
                row.Profile, row.WallSeconds > 0 ? $"{ResultText.Duration(row.WallSeconds)} on {row.Device}" : row.Device,
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }
        WideConsole.Create().Write(table);
    }
}
