using System.Globalization;

namespace GenerativeCourse.Evaluation;

/// <summary>The course's numbers on one task beside the published ones, the best first, with what differs said.</summary>
/// <param name="Task">The task.</param>
/// <param name="Lines">The numbers.</param>
/// <param name="Sources">The sources that the lines name by number, from 1.</param>
/// <param name="Caveats">What keeps the lines from being a fair contest.</param>
public sealed record Comparison(PublishedTask Task, IReadOnlyList<ComparisonLine> Lines, IReadOnlyList<PublishedSource> Sources, IReadOnlyList<string> Caveats)
{
    /// <summary>A comparison for each task that one of the rows was measured on; data, unit and binarisation agree within each.</summary>
    public static IReadOnlyList<Comparison> Of(IEnumerable<ResultRow> rows)
    {
        var published = PublishedResults.All;
        var all = rows.ToList();
        return [.. published.Tasks.Select(task => (task, ours: all.Where(task.Holds).ToList())).Where(pair => pair.ours.Count > 0).Select(pair => Of(pair.task, pair.ours, published))];
    }

    static Comparison Of(PublishedTask task, List<ResultRow> ours, PublishedResults published)
    {
        var decimals = task.Results.Max(result => result.Value.ToString(CultureInfo.InvariantCulture).Split('.') is [_, var part] ? part.Length : 0);
        string[] ids = [.. task.Results.Select(result => result.Source).Distinct()];
        IEnumerable<ComparisonLine> lines =
        [
            .. ours.Select(row => new ComparisonLine(row.Model == "" ? row.Key : row.Model, row.Value, row.Interval, row.Bound, row)),
            .. task.Results.Select(result => new ComparisonLine(result.Model, result.Value, null, result.Bound, null) { Source = Array.IndexOf(ids, result.Source) + 1, Decimals = decimals }),
        ];
        return new Comparison(
            task, [.. task.Better == "lower" ? lines.OrderBy(line => line.Value) : lines.OrderByDescending(line => line.Value)], [.. ids.Select(id => published.Sources[id])], [.. Caveat(task, ours)]);
    }

    static IEnumerable<string> Caveat(PublishedTask task, List<ResultRow> ours)
    {
        string[] bounds = [.. ours.Select(row => row.Bound).Concat(task.Results.Select(result => result.Bound)).Distinct()];
        if (task.Metric == "likelihood" && bounds.Length > 1)
            yield return "The rows differ in their bound. A bound lies on the worse side of the exact value, the ELBO furthest, IW-k nearer with k: only rows with the same word in that column are a contest.";
        if (task.Metric == "likelihood" && task.Binarisation == "dynamic" && ours.Count > 0)
            yield return "Static binarisation is another task with other numbers, which are not shown here.";
        if (task.Metric == "likelihood" && ours.Any(row => row.Profile == "quick"))
            yield return "The quick profile's rows are of models trained for about a minute on two CPU cores; the published ones took hours on GPUs.";
    }

    /// <summary>The comparison as text in columns.</summary>
    public override string ToString()
    {
        string[][] cells = [["", "model", Task.Unit ?? Task.Metric, "95% interval", "bound", "from"], .. Lines.Select(line => new[] { line.Row is null ? "" : "*", line.Model, line.Number, line.Range, line.Bound, line.From })];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
        var table = cells.Select(row => string.Join("  ", row.Select((cell, column) => column is 2 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        return string.Join('\n', [Task.Name, "", .. table, "", "* measured by this course", .. Sources.Select((source, i) => $"[{i + 1}] {source.Authors}, {source.Title}, {source.Year} ({source.Read})"), .. Caveats]);
    }
}

/// <summary>One number of a comparison.</summary>
/// <param name="Model">The model.</param>
/// <param name="Value">The number.</param>
/// <param name="Interval">Its 95% interval; null where none is known.</param>
/// <param name="Bound">For a likelihood: which.</param>
/// <param name="Row">The course's row; null for a published number.</param>
public sealed record ComparisonLine(string Model, double Value, IReadOnlyList<double>? Interval, string Bound, ResultRow? Row)
{
    /// <summary>The number of the source, from 1; 0 for the course's own.</summary>
    public int Source { get; init; }

    /// <summary>The decimals of a published number: the most that one of its task has.</summary>
    public int Decimals { get; init; }

    /// <summary>The value as text.</summary>
    public string Number => Row is null ? Value.ToString("F" + Decimals, CultureInfo.InvariantCulture) : ResultText.Number(Value, Interval is [var low, var high] ? high - low : Row.Tolerance);

    /// <summary>The interval as text; empty where there is none.</summary>
    public string Range => Interval is [var low, var high] ? $"{ResultText.Number(low, high - low)} to {ResultText.Number(high, high - low)}" : "";

    /// <summary>The source's number, or the course's key and profile.</summary>
    public string From => Row is null ? $"[{Source}]" : $"{Row.Key}, {Row.Profile}";
}
