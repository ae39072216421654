using System.Text.RegularExpressions;

namespace GenerativeCourse.Evaluation;

/// <summary>A number that the course prints, with all that it takes to compare it or to find it again.</summary>
public sealed partial record ResultRow
{
    /// <summary>Lecture, model and metric, such as <c>06.vae.elbo</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What was measured, in words.</summary>
    public string Metric { get; init; } = "";

    /// <summary>In what unit: nats, bits per dimension, none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The number.</summary>
    public double Value { get; init; }

    /// <summary>Its 95% interval, low and high; null where there is none.</summary>
    public IReadOnlyList<double>? Interval { get; init; }

    /// <summary>How far another run of the same code may be off.</summary>
    public double Tolerance { get; init; }

    /// <summary>The profile it was made in, quick or full.</summary>
    public string Profile { get; init; } = "quick";

    /// <summary>The model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The dataset's folder.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>The sha256 of the dataset's manifest, which holds those of its files.</summary>
    public string DatasetSha256 { get; init; } = "";

    /// <summary>The file of trained weights it was measured from, in <c>datasets/weights</c>; empty where the model was trained live.</summary>
    public string Weights { get; init; } = "";

    /// <summary>The sha256 of that file.</summary>
    public string WeightsSha256 { get; init; } = "";

    /// <summary>The seeds.</summary>
    public IReadOnlyList<long> Seeds { get; init; } = [];

    /// <summary>What kind of likelihood it is: exact, ELBO or IW-k; empty where it is none.</summary>
    public string Bound { get; init; } = "";

    /// <summary>How pixels became black and white: static, dynamic or none; empty where there are no images.</summary>
    public string Binarisation { get; init; } = "";

    /// <summary>Numbers that were learned; 0 where that says nothing.</summary>
    public long Parameters { get; init; }

    /// <summary>What computed it.</summary>
    public string Device { get; init; } = "";

    /// <summary>Wall time in seconds: of training, or from the notebook's start to the number.</summary>
    public double WallSeconds { get; init; }

    /// <summary>The process's largest resident memory in bytes.</summary>
    public long PeakBytes { get; init; }

    /// <summary>The commit that the code was at, before the one that holds the row.</summary>
    public string Commit { get; init; } = "";

    /// <summary>What is wrong with the row; null where nothing is.</summary>
    public string? Fault() =>
        !KeyForm().IsMatch(Key) ? $"the key '{Key}' is not lecture.model.metric in small letters, such as 06.vae.elbo"
        : !double.IsFinite(Value) ? $"{Key}: the value is {Value}, which is no result"
        : !(Tolerance >= 0) || !double.IsFinite(Tolerance) ? $"{Key}: the tolerance {Tolerance} is no distance"
        : Interval is not null && (Interval is not [var low, var high] || !(low <= high) || !double.IsFinite(low) || !double.IsFinite(high)) ? $"{Key}: the interval is not a low and a high end"
        : Profile is not ("quick" or "full") ? $"{Key}: the profile '{Profile}' is neither quick nor full"
        : !BoundForm().IsMatch(Bound) ? $"{Key}: the bound '{Bound}' is not exact, ELBO or IW-k"
        : Binarisation is not ("" or "static" or "dynamic" or "none") ? $"{Key}: the binarisation '{Binarisation}' is not static, dynamic or none"
        : null;

    /// <summary>Whether another run came to the same: nothing but device, cost and commit differs.</summary>
    public bool SaysTheSameAs(ResultRow other) => Comparable(this).SequenceEqual(Comparable(other));

    static IEnumerable<object?> Comparable(ResultRow row) =>
    [
        row.Key, row.Metric, row.Unit, row.Value, row.Tolerance, row.Profile, row.Model, row.Dataset, row.DatasetSha256, row.Weights, row.WeightsSha256, row.Bound, row.Binarisation, row.Parameters,
        row.Interval is null, .. (row.Interval ?? []).Cast<object?>(), "seeds", .. row.Seeds.Cast<object?>(),
    ];

    [GeneratedRegex(@"^\d\d(\.[a-z0-9]+(-[a-z0-9]+)*){2,}\z")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^(exact|ELBO|IW-[1-9]\d*)?\z")]
    private static partial Regex BoundForm();
}
