using Spectre.Console;

namespace GenerativeCourse.Cli.Running;

/// <summary>The table of a run: notebook, cells, seconds, peak memory, verdict.</summary>
public static class ResultTable
{
    // What the other columns and the gaps take.
    const int OtherColumns = 47;

    /// <summary>Builds the table from its rows; in <paramref name="width"/> characters what a notebook is doing takes one line.</summary>
    public static Table Of(IReadOnlyList<NotebookRow> rows, int width)
    {
        var room = Math.Max(10, width - OtherColumns - rows.Max(row => row.Name.Length));
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("notebook");
        table.AddColumn("cells", column => column.RightAligned().NoWrap());
        table.AddColumn("seconds", column => column.RightAligned().NoWrap());
        table.AddColumn("peak memory", column => column.RightAligned().NoWrap());
        table.AddColumn("verdict");
        foreach (var row in rows)
            table.AddRow(
                new Text(row.Name),
                new Text(row.Cells == 0 ? "" : $"{row.Done}/{row.Cells}"),
                new Text(row.Cells == 0 ? "" : NotebookRow.Seconds(row.Running is { } start ? DateTime.UtcNow - start : row.Elapsed)),
                new Text(row.Memory == 0 ? "" : MemorySize.Show(row.Memory)),
                new Text(row.Well is null && row.State.Length > room ? $"{row.State[..(room - 1)]}…" : row.State,
                    row.Well switch { true => Color.Green, false => Color.Red, null => Style.Plain }));
        return table;
    }
}
