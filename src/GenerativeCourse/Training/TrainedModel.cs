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
    string Metric, string Bound, string Unit, double Value, double StandardError, long Images, long Parameters, long Steps, double Seconds, long PeakBytes);
