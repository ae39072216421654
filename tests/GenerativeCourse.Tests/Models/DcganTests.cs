using GenerativeCourse.Models;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Models;

public sealed class DcganTests
{
    [Fact]
    public void The_networks_have_the_paper_s_shapes_and_first_weights()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var generator = new DcganGenerator(latents: 10, width: 32, channels: 3);
        var discriminator = new DcganDiscriminator(width: 32, channels: 3);
        Tensor images = generator.call(randn(4, 10)); // (4, 3, 28, 28)
        Assert.Equal([4L, 3, 28, 28], images.shape);
        Assert.InRange(images.abs().max().item<float>(), 0, 1);
        Assert.Equal([4L], discriminator.call(images).shape);
        Assert.Equal(0.02, generator.get_parameter("upward.2.weight")!.std().item<float>(), 0.001);
        Assert.Equal(1, generator.get_parameter("upward.0.weight")!.mean().item<float>(), 0.02);
        Assert.Equal(0, discriminator.get_parameter("downward.0.bias")!.abs().max().item<float>());
    }

    [Fact]
    public void The_losses_are_those_of_the_coin_s_two_sides()
    {
        using var scope = NewDisposeScope();
        Tensor real = tensor(new[] { 2f, -1f }), fake = tensor(new[] { 0.5f, -3f });
        double Log(double logit) => -Math.Log(1 / (1 + Math.Exp(-logit)));
        Assert.Equal((Log(2) + Log(-1)) / 2 + (Log(-0.5) + Log(3)) / 2, Dcgan.DiscriminatorLoss(real, fake).item<float>(), 1e-5);
        Assert.Equal((Log(0.5) + Log(-3)) / 2, Dcgan.GeneratorLoss(fake).item<float>(), 1e-5);
    }

    [Fact]
    public void A_step_of_the_discriminator_tells_the_two_apart_better()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var discriminator = new DcganDiscriminator(width: 8);
        var optimizer = optim.Adam(discriminator.parameters(), lr: 1e-2);
        Tensor real = ones(8, 1, 28, 28), fake = -ones(8, 1, 28, 28);
        double first = 0, last = 0;
        for (int step = 0; step < 5; step++)
        {
            Tensor loss = Dcgan.DiscriminatorLoss(discriminator.call(real), discriminator.call(fake));
            last = loss.item<float>();
            first = step == 0 ? last : first;
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
        Assert.True(last < 0.5 * first, $"{first} to {last}");
    }
}
