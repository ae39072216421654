using GenerativeCourse.Data;
using GenerativeCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Benchmarks;

/// <summary>The VAE of lecture 6: 784-512-20-512-784, batches of 256, Adam.</summary>
sealed class VaeWorkload : Workload
{
    public const int Batch = 256;

    public override string Name => "vae";
    public override int StepsATurn => 30;

    public override void Save(string path)
    {
        manual_seed(Seed);
        using var model = new MlpVae();
        using ImageDataset mnist = Mnist.Load();
        using Tensor images = Pixels.ToUnit(mnist.Train.Images[..Batch]).flatten(1); // (256, 784)
        Safetensors.Save(path, new Dictionary<string, Tensor>(Named(model, "model")) { ["images"] = images });
    }

    public override Func<double> Begin(string path, Variant variant)
    {
        Dictionary<string, Tensor> file = Safetensors.Load(path);
        var model = new MlpVae();
        Load(model, file, "model");
        Adam optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        return () => Step(optimizer, variant, () => model.Loss(bernoulli(file["images"])));
    }
}

/// <summary>The model of lecture 6.</summary>
sealed class MlpVae : Module<Tensor, (Tensor logits, Tensor mean, Tensor logVariance)>
{
    readonly Sequential encoder, decoder;

    public MlpVae(long latents = 20, long hidden = 512) : base("vae")
    {
        encoder = Sequential(Linear(784, hidden), ReLU(), Linear(hidden, 2 * latents));
        decoder = Sequential(Linear(latents, hidden), ReLU(), Linear(hidden, 784));
        RegisterComponents();
    }

    public override (Tensor logits, Tensor mean, Tensor logVariance) forward(Tensor x)
    {
        Tensor[] halves = encoder.call(x).to(float32).chunk(2, dim: 1); // 2 x (B, L)
        Tensor z = halves[0] + (0.5 * halves[1]).exp() * randn_like(halves[0]);
        return (decoder.call(z).to(float32), halves[0], halves[1]);
    }

    /// <summary>The negative ELBO of a batch, nats an image.</summary>
    public Tensor Loss(Tensor x)
    {
        var (logits, mean, logVariance) = call(x);
        Tensor reconstruction = functional.binary_cross_entropy_with_logits(logits, x, reduction: Reduction.None).sum(1);
        Tensor kl = 0.5 * (mean.pow(2) + logVariance.exp() - 1 - logVariance).sum(1);
        return (reconstruction + kl).mean();
    }
}
