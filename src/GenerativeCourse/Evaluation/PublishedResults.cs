using System.Text.Json;

namespace GenerativeCourse.Evaluation;

/// <summary>What others have published on the tasks that the course's models are measured by.</summary>
/// <param name="Sources">Where the numbers stand, by id.</param>
/// <param name="Tasks">The tasks, each with data, binarisation and unit of its own.</param>
public sealed record PublishedResults(IReadOnlyDictionary<string, PublishedSource> Sources, IReadOnlyList<PublishedTask> Tasks)
{
    static readonly Lazy<PublishedResults> Read = new(() =>
    {
        using var file = typeof(PublishedResults).Assembly.GetManifestResourceStream("published.json")!;
        return JsonSerializer.Deserialize<PublishedResults>(file, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase })!;
    });

    /// <summary>All of them.</summary>
    public static PublishedResults All => Read.Value;
}

/// <summary>A paper or a page that a number was read in.</summary>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Title">What it is called, and the table.</param>
/// <param name="Year">When it appeared.</param>
/// <param name="Read">How the number was read: in the table itself, or as another work quotes it.</param>
public sealed record PublishedSource(string Authors, string Title, int Year, string Read);

/// <summary>A task: numbers of two tasks are not compared.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Metric">likelihood, or the last part of the course's keys, such as accuracy.</param>
/// <param name="Dataset">The dataset's folder.</param>
/// <param name="Unit">The unit of a likelihood.</param>
/// <param name="Binarisation">static, dynamic or none, for a likelihood.</param>
/// <param name="Better">lower or higher.</param>
/// <param name="Lectures">The lectures whose numbers belong to it, as two digits; all where it is null.</param>
/// <param name="Results">The published numbers.</param>
public sealed record PublishedTask(string Name, string Metric, string Dataset, string? Unit, string? Binarisation, string Better, IReadOnlyList<string>? Lectures, IReadOnlyList<PublishedResult> Results)
{
    /// <summary>Whether a number of the course was measured on this task.</summary>
    public bool Holds(ResultRow row) => row.Dataset == Dataset && Lectures?.Contains(row.Key[..2]) != false
        && (Metric == "likelihood" ? row.Bound != "" && row.Unit == Unit && row.Binarisation == Binarisation : row.Key.EndsWith($".{Metric}", StringComparison.Ordinal));
}

/// <summary>A published number.</summary>
/// <param name="Model">The model.</param>
/// <param name="Value">The number.</param>
/// <param name="Source">The id of its source.</param>
/// <param name="Bound">For a likelihood: exact, IW-k, bound (of which the source does not say more here) or estimate.</param>
public sealed record PublishedResult(string Model, double Value, string Source, string Bound = "");
