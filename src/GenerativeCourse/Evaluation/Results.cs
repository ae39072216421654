using System.Diagnostics;
using System.Security.Cryptography;
using GenerativeCourse.Data;
using GenerativeCourse.Training;

namespace GenerativeCourse.Evaluation;

/// <summary>Prints the numbers of a lecture beside their rows in <c>notebooks/results.json</c>.</summary>
[StackTraceHidden]
public static class Results
{
    /// <summary>Prints a number that was measured now with its interval beside the recorded one. What is given beside value and interval makes a new row, and is taken from the row where it is left out.</summary>
    /// <param name="key">Lecture, model and metric, such as <c>06.vae.elbo</c>.</param>
    /// <param name="value">The number.</param>
    /// <param name="interval">Its 95% interval.</param>
    /// <param name="metric">What was measured, in words: <c>test negative ELBO</c>.</param>
    /// <param name="unit">Its unit: <c>nats</c>.</param>
    /// <param name="tolerance">How far another run may be off; the interval's width, and at least 1% of the value, where it is never given.</param>
    /// <param name="model">The model in a few words.</param>
    /// <param name="dataset">The dataset's folder: <c>mnist</c>.</param>
    /// <param name="bound">exact, ELBO or IW-k, for a likelihood.</param>
    /// <param name="binarisation">static, dynamic or none, for images.</param>
    /// <param name="parameters">Numbers that were learned.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="weights">The file in <c>datasets/weights</c> that it was measured from.</param>
    /// <exception cref="ResultException">The number is further from the recorded one than its tolerance, in the same profile.</exception>
    /// <exception cref="ArgumentException">The key, bound or binarisation is malformed.</exception>
    public static void Show(
        string key, double value, (double low, double high)? interval = null, string? metric = null, string? unit = null, double? tolerance = null, string? model = null, string? dataset = null,
        string? bound = null, string? binarisation = null, long? parameters = null, long[]? seeds = null, string? weights = null)
    {
        var ledger = ResultLedger.Read(ResultLedger.CourseFile);
        var profile = Profiles.Current.ToString().ToLowerInvariant();
        var known = ledger.Find(key, profile) ?? ledger.Find(key);
        var live = new ResultRow
        {
            Key = key,
            Metric = metric ?? known?.Metric ?? key.Split('.')[^1],
            Unit = unit ?? known?.Unit ?? "",
            Value = ResultText.Rounded(value),
            Interval = interval is { } ends ? [ResultText.Rounded(ends.low), ResultText.Rounded(ends.high)] : null,
            Tolerance = tolerance ?? (ResultLog.File is null ? known?.Tolerance : null) ?? ResultText.Rounded(Math.Max(interval is { } width ? width.high - width.low : 0, 0.01 * Math.Abs(value))),
            Profile = profile,
            Model = model ?? known?.Model ?? "",
            Dataset = dataset ?? known?.Dataset ?? "",
            Bound = bound ?? known?.Bound ?? "",
            Binarisation = binarisation ?? known?.Binarisation ?? "",
            Parameters = parameters ?? known?.Parameters ?? 0,
            Seeds = seeds ?? known?.Seeds ?? [],
            Weights = weights ?? known?.Weights ?? "",
        };
        if (live.Fault() is { } fault)
            throw double.IsFinite(value) ? new ArgumentException(fault) : new ResultException(fault);
        if (ResultLog.File is { } log)
        {
            ResultLog.Append(log, Stamped(live));
            Console.WriteLine(Line(live, live, profile));
            return;
        }
        Console.WriteLine(Line(live, known, profile));
        if (known is not null && known.Profile == profile && Math.Abs(live.Value - known.Value) > known.Tolerance)
        {
            throw new ResultException(
                $"{key}: {live.Metric} is {Text(live, live.Value)}, further than {known.Tolerance:G4} from the recorded {Text(live, known.Value)} ({known.Device}, {known.Profile} profile): something above was changed, or has gone wrong");
        }
    }

    /// <summary>Prints a number that was measured now with its interval beside the recorded one.</summary>
    /// <exception cref="ResultException">The number is further from the recorded one than its tolerance, in the same profile.</exception>
    /// <exception cref="ArgumentException">The key, bound or binarisation is malformed.</exception>
    public static void Show(
        string key, Interval value, string? metric = null, string? unit = null, double? tolerance = null, string? model = null, string? dataset = null,
        string? bound = null, string? binarisation = null, long? parameters = null, long[]? seeds = null, string? weights = null) =>
        Show(key, value.Value, (value.Low, value.High), metric, unit, tolerance, model, dataset, bound, binarisation, parameters, seeds, weights);

    /// <summary>Prints a recorded number, of the full profile where there is one, with what it is of and what it cost.</summary>
    /// <exception cref="ResultException">There is no such row.</exception>
    public static void Show(string key)
    {
        var row = ResultLedger.Read(ResultLedger.CourseFile).Find(key)
            ?? throw new ResultException($"{key} is not recorded in {ResultLedger.CourseFile}: `course results` names the rows, `course train` and `course run --in-place` write them");
        string[] facts =
        [
            row.Bound is "" ? "" : row.Bound == "exact" ? "exact" : $"{row.Bound} bound",
            row.Binarisation is "" or "none" ? "" : $"{row.Binarisation} binarisation",
            row.Model,
            row.Parameters == 0 ? "" : FormattableString.Invariant($"{row.Parameters:N0} parameters"),
            row.Seeds.Count > 1 ? $"{row.Seeds.Count} seeds" : "",
            $"{row.Profile} profile",
            row.WallSeconds > 0 ? $"{ResultText.Duration(row.WallSeconds)} on {row.Device}" : row.Device,
        ];
        Console.WriteLine($"{Measured(row)}: {string.Join(", ", facts.Where(fact => fact != ""))} (recorded, row {key})");
    }

    /// <summary>Prints the course's recorded numbers on a lecture's tasks, this run's own included, beside the published ones, with their sources and what differs.</summary>
    /// <param name="keys">The rows; those of other lectures may be among them.</param>
    /// <exception cref="ResultException">A row is not recorded.</exception>
    public static void Compare(params string[] keys)
    {
        var ledger = ResultLedger.Read(ResultLedger.CourseFile);
        var noted = ResultLog.File is { } log ? ledger.With(ResultLog.Read(log)) : ledger;
        var rows = keys.Select(key => noted.Find(key) ?? throw new ResultException($"{key} is not recorded in {ResultLedger.CourseFile}: show it first (Results.Show), and run the lecture in place")).ToList();
        Console.WriteLine(string.Join("\n\n", Comparison.Of(rows)));
    }

    /// <summary>A row with what this machine and its files say: device, cost, and the checksums of dataset and weights.</summary>
    /// <exception cref="DatasetException">The dataset or the weights are not there.</exception>
    public static ResultRow Stamped(ResultRow row)
    {
        using var process = Process.GetCurrentProcess();
        return row with
        {
            DatasetSha256 = row.Dataset == "" ? "" : Sha256(Path.Combine(DatasetFolder.Of(row.Dataset), DatasetManifest.FileName)),
            WeightsSha256 = row.Weights == "" ? "" : Sha256(Path.Combine(DatasetFolder.Of("weights"), row.Weights)),
            Device = row.Device == "" ? Compute.Description : row.Device,
            WallSeconds = row.WallSeconds > 0 ? row.WallSeconds : Math.Round((DateTime.Now - process.StartTime).TotalSeconds, 1),
            PeakBytes = row.PeakBytes > 0 ? row.PeakBytes : process.PeakWorkingSet64,
        };
    }

    static string Line(ResultRow live, ResultRow? known, string profile) => $"{Measured(live)} " + (known is null
        ? $"(not recorded, row {live.Key})"
        : known.Profile == profile ? $"(recorded: {Text(live, known.Value)}, row {live.Key})" : $"(recorded in the {known.Profile} profile: {Text(live, known.Value)}, row {live.Key})");

    static string Measured(ResultRow row) =>
        $"{row.Metric} {Text(row, row.Value)}{(row.Unit == "" ? "" : $" {row.Unit}")}{(row.Interval is [var low, var high] ? $", 95% interval {Text(row, low)} to {Text(row, high)}" : "")}";

    static string Text(ResultRow row, double value) => ResultText.Number(value, row.Interval is [var low, var high] && high > low ? high - low : row.Tolerance);

    static string Sha256(string file)
    {
        if (!File.Exists(file))
            throw new DatasetException($"{file} is not there, and a result was to be recorded with its sha256.");
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
