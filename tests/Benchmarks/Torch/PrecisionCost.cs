using System.Diagnostics;
using System.Text.Json.Serialization;
using GenerativeCourse.Data;
using GenerativeCourse.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Benchmarks;

/// <summary>What bfloat16 costs in nats: the VAE of lecture 6, trained with the same seeds in both precisions, and its test ELBO.</summary>
/// <param name="Precision">In what the training was computed.</param>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="NegativeElbo">Mean over the test images, computed in fp32, nats.</param>
/// <param name="StandardError">Of that mean.</param>
/// <param name="Seconds">Of the training.</param>
sealed record PrecisionCost(
    [property: JsonPropertyName("precision")] string Precision,
    [property: JsonPropertyName("steps")] int Steps,
    [property: JsonPropertyName("negative_elbo")] double NegativeElbo,
    [property: JsonPropertyName("standard_error")] double StandardError,
    [property: JsonPropertyName("seconds")] double Seconds)
{
    public static PrecisionCost Of(Precision precision, int steps)
    {
        manual_seed(6);
        using ImageDataset mnist = Mnist.Load();
        using Tensor images = mnist.Train.ToUnit().flatten(1); // (60000, 784)
        using var model = new MlpVae();
        using var batches = new Batches(VaeWorkload.Batch, seed: 6, images);
        var trainer = new Trainer(model, optim.Adam(model.parameters(), lr: 2e-3), batches,
            new TrainerOptions { Steps = steps, Schedule = Schedules.Cosine(), Precision = precision, Display = TrainingDisplays.None });
        long start = Stopwatch.GetTimestamp();
        trainer.Run(batch => model.Loss(bernoulli(batch[0])));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using IDisposable off = no_grad();
        using DisposeScope scope = NewDisposeScope();
        manual_seed(66);
        double[] losses = [.. mnist.Test.ToUnit().flatten(1).split(100).Select(x => (double)model.Loss(bernoulli(x)).item<float>())];
        double mean = losses.Average();
        return new(precision == Training.Precision.BFloat16 ? "bf16" : "fp32", steps, Math.Round(mean, 3),
            Math.Round(Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / (losses.Length - 1) / losses.Length), 3), Math.Round(seconds, 2));
    }

    public override string ToString() => FormattableString.Invariant($"{Precision}: {Steps} steps in {Seconds:F1} s, test negative ELBO {NegativeElbo:F2} +- {StandardError:F2} nats");
}
