using System.Diagnostics;
using System.Globalization;
using GenerativeCourse.Data;
using GenerativeCourse.Evaluation;
using GenerativeCourse.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Models;

/// <summary>Trains <see cref="ConvolutionalVae"/> on MNIST, binarised anew for every batch, and bounds the likelihood of test images.</summary>
public sealed class VaeTraining : ITrainable
{
    const int BatchSize = 64;
    const double Rate = 3e-3, KlWarmup = 0.03;

    /// <inheritdoc/>
    public string Name => "vae";

    /// <inheritdoc/>
    public string WeightsName => "vae-conv";

    /// <inheritdoc/>
    public string About => "convolutional VAE with four groups of latents on dynamically binarised MNIST, importance-weighted bound";

    /// <inheritdoc/>
    public long Steps(Profile profile) => profile == Profile.Full ? 13_500 : 600;

    /// <summary>The sizes that a profile trains.</summary>
    public static ConvolutionalVaeSize Size(Profile profile) => profile == Profile.Full ? new() : new() { Fine = 16, Coarse = 32 };

    /// <summary>beta times KL minus log p(x | z), the mean over a batch, nats a picture: (B, 1, 28, 28) of zeros and ones.</summary>
    public static Tensor Loss(ConvolutionalVae model, Tensor x, double beta = 1)
    {
        var (logits, kl) = model.call(x); // (B, 1, 28, 28), (B)
        Tensor reconstruction = functional.binary_cross_entropy_with_logits(logits, x, reduction: Reduction.None).flatten(1).sum(1); // (B)
        return (reconstruction + beta * kl).mean();
    }

    /// <inheritdoc/>
    public TrainedModel Train(TrainingRequest request, CancellationToken token)
    {
        manual_seed(6);
        long steps = request.Steps ?? Steps(request.Profile);
        using ConvolutionalVae model = new(Size(request.Profile)), average = new(Size(request.Profile));
        model.to(Compute.Device);
        average.to(Compute.Device);
        using ImageDataset mnist = Mnist.Load();
        using Tensor images = mnist.Train.ToUnit().to(Compute.Device, disposeAfter: true); // (60000, 1, 28, 28)
        using var batches = new Batches(BatchSize, seed: 6, images);
        var trainer = new Trainer(model, optim.Adam(model.parameters(), lr: Rate), batches, new TrainerOptions
        {
            Name = Name,
            Steps = steps,
            Schedule = Schedules.Cosine(warmup: 0.03),
            ClipNorm = 100,
            SkipNorm = 1000,
            Precision = request.Precision,
            Checkpoint = request.Checkpoint,
            CheckpointEvery = 500,
            Resume = request.Resume,
            Display = request.Display,
            Average = new WeightAverage(model, average),
        });
        trainer.Run(batch => Loss(model, bernoulli(batch[0]), Math.Min(1, trainer.Step / (KlWarmup * steps))), token);
        // Half precision rounds eight times finer than bfloat16, and no weight comes near its limits.
        average.SaveSafetensors(request.Weights, float16, new Dictionary<string, string>
        {
            ["model"] = nameof(ConvolutionalVae),
            ["licence"] = "CC-BY-SA-3.0",
            ["attribution"] = $"trained on {DatasetManifest.Of("mnist").Attribution}",
            ["steps"] = steps.ToString(CultureInfo.InvariantCulture),
        });
        average.LoadSafetensors(request.Weights);
        var (count, draws) = request.Profile == Profile.Full ? (1000, 500) : (500, 20);
        request.Say(FormattableString.Invariant($"{steps} steps in {trainer.Elapsed.TotalMinutes:F1} min; now the IW-{draws} bound of {count} test images"));
        ImportanceWeightedBound bound = Measure(average, mnist, count, draws, token);
        return new TrainedModel("negative log-likelihood", $"IW-{draws}", "nats", -bound.Mean, bound.StandardError, count,
            model.parameters().Sum(parameter => parameter.numel()), steps, trainer.Elapsed.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64)
        {
            Key = $"06.conv-vae.iw{draws}",
            Model = "convolutional VAE, four groups of latents",
            Dataset = "mnist",
            Binarisation = "dynamic",
            Seeds = [6, 66],
        };
    }

    /// <summary>The bound of test images that seed 66 picks, for the first half of them is easier than the second; tossed once, in float32.</summary>
    public static ImportanceWeightedBound Measure(ConvolutionalVae model, ImageDataset mnist, int images, int draws, CancellationToken token = default)
    {
        manual_seed(66);
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(66);
        Tensor picked = randperm(mnist.Test.Count, int64, generator: generator)[..images]; // (N)
        Tensor x = Pixels.Binarise(Pixels.ToUnit(mnist.Test.Images.index_select(0, picked))).to(Compute.Device); // (N, 1, 28, 28)
        model.eval();
        model.ToChannelsLast();
        return ImportanceWeightedBound.Of(x, (batch, k) => model.LogWeights(batch.ToChannelsLast(), k), draws, rows: 500, token);
    }
}
