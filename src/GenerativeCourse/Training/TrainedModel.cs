using GenerativeCourse.Evaluation;

namespace GenerativeCourse.Training;

/// <summary>What came of a training run, measured from the weights as stored.</summary>
/// <param name="Metric">What was measured, such as negative log-likelihood.</param>
/// <param name="Bound">Of which kind the value is: exact, ELBO, IW-500.</param>
/// <param name="Unit">Of the value, such as nats.</param>
/// <param name="Value">The mean over the test images.</param>
/// <param name="StandardError">Of that mean.</param>
/// <param name="Images">How many test images.</param>
/// <param name="Parameters">Numbers that were learned.</param>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="Seconds">Wall time of the training.</param>
/// <param name="PeakBytes">The largest memory of the process.</param>
public sealed record TrainedModel(
    string Metric, string Bound, string Unit, double Value, double StandardError, long Images, long Parameters, long Steps, double Seconds, long PeakBytes)
{
    const double Normal95 = 1.96;

    /// <summary>The key of its row in the ledger, such as 06.conv-vae.iw500.</summary>
    public string Key { get; init; } = "";

    /// <summary>The model in a few words.</summary>
    public string Model { get; init; } = "";

    /// <summary>The dataset's folder.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>static, dynamic or none.</summary>
    public string Binarisation { get; init; } = "";

    /// <summary>The seeds of training and measurement.</summary>
    public IReadOnlyList<long> Seeds { get; init; } = [];

    /// <summary>Its row in the ledger, with this machine's device and the checksums of data and weights.</summary>
    /// <param name="weights">The name of the file in <c>datasets/weights</c> that it was measured from.</param>
    public ResultRow ToRow(string weights) => Results.Stamped(new ResultRow
    {
        Key = Key,
        Metric = Metric,
        Unit = Unit,
        Value = ResultText.Rounded(Value),
        Interval = [ResultText.Rounded(Value - Normal95 * StandardError), ResultText.Rounded(Value + Normal95 * StandardError)],
        Tolerance = ResultText.Rounded(2 * Normal95 * StandardError),
        Profile = "full",
        Model = Model,
        Dataset = Dataset,
        Weights = weights,
        Seeds = Seeds,
        Bound = Bound,
        Binarisation = Binarisation,
        Parameters = Parameters,
        WallSeconds = Math.Round(Seconds, 1),
        PeakBytes = PeakBytes,
    });
}
