using GenerativeCourse.Data;
using GenerativeCourse.Models;
using GenerativeCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Benchmarks;

/// <summary>A gated PixelCNN of 64 channels and 12 blocks on binary images of 28 x 28, batches of 64, Adam.</summary>
sealed class PixelCnnWorkload : Workload
{
    const int Batch = 64;

    public override string Name => "pixelcnn";
    public override bool IsConvolutional => true;
    public override int StepsATurn => 1;

    public override void Save(string path)
    {
        manual_seed(Seed);
        using var model = new GatedPixelCnn(width: 64, depth: 12);
        using ImageDataset mnist = Mnist.Load();
        using Tensor images = Pixels.ToUnit(mnist.Train.Images[..Batch]); // (64, 1, 28, 28)
        Safetensors.Save(path, new Dictionary<string, Tensor>(Named(model, "model")) { ["images"] = images });
    }

    public override Func<double> Begin(string path, Variant variant)
    {
        Dictionary<string, Tensor> file = Safetensors.Load(path);
        var model = new GatedPixelCnn(width: 64, depth: 12);
        Load(model, file, "model");
        Lay(variant, model);
        Adam optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        return () => Step(optimizer, variant, () =>
        {
            Tensor x = Lay(variant, bernoulli(file["images"]));
            return functional.binary_cross_entropy_with_logits(model.call(x).to(float32), x, reduction: Reduction.Sum) / Batch;
        });
    }
}
