using GenerativeCourse.Data;
using GenerativeCourse.Models;
using GenerativeCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenerativeCourse.Benchmarks;

/// <summary>One step of a DCGAN's discriminator and one of its generator, batches of 128, Adam.</summary>
sealed class DcganWorkload : Workload
{
    const int Batch = 128;

    public override string Name => "dcgan";
    public override bool IsConvolutional => true;
    public override int StepsATurn => 4;

    public override void Save(string path)
    {
        manual_seed(Seed);
        using var generator = new DcganGenerator();
        using var discriminator = new DcganDiscriminator();
        using ImageDataset mnist = Mnist.Load();
        using Tensor images = Pixels.ToUnit(mnist.Train.Images[..Batch]).mul(2).sub(1); // (128, 1, 28, 28)
        Safetensors.Save(path, new Dictionary<string, Tensor>([.. Named(generator, "generator"), .. Named(discriminator, "discriminator")]) { ["images"] = images });
    }

    public override Func<double> Begin(string path, Variant variant)
    {
        Dictionary<string, Tensor> file = Safetensors.Load(path);
        var (generator, discriminator) = (new DcganGenerator(), new DcganDiscriminator());
        Load(generator, file, "generator");
        Load(discriminator, file, "discriminator");
        Lay(variant, generator, discriminator);
        Adam ofGenerator = optim.Adam(generator.parameters(), lr: 2e-4, beta1: 0.5), ofDiscriminator = optim.Adam(discriminator.parameters(), lr: 2e-4, beta1: 0.5);
        Tensor real = Lay(variant, file["images"]);
        return () =>
        {
            Tensor fake = empty(0);
            double seen = Step(ofDiscriminator, variant, () =>
            {
                fake = generator.call(randn(Batch, generator.Latents)); // (B, 1, 28, 28)
                return Dcgan.DiscriminatorLoss(discriminator.call(real).to(float32), discriminator.call(fake.detach()).to(float32));
            });
            return seen + Step(ofGenerator, variant, () => Dcgan.GeneratorLoss(discriminator.call(fake).to(float32)));
        };
    }
}
