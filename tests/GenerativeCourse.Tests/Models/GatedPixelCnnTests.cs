using GenerativeCourse.Models;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Models;

public sealed class GatedPixelCnnTests
{
    [Fact]
    public void A_pixel_s_logits_depend_on_all_pixels_before_it_and_on_none_after()
    {
        manual_seed(1);
        const int side = 7, row = 4, column = 3;
        using var scope = NewDisposeScope();
        var model = new GatedPixelCnn(width: 8, depth: 5);
        Tensor x = rand(1, 1, side, side).requires_grad_(); // (1, 1, 7, 7)
        model.call(x)[0, 0, row, column].backward();
        Tensor touched = x.grad!.abs() > 0; // (1, 1, 7, 7)
        for (int i = 0; i < side; i++)
            for (int j = 0; j < side; j++)
                Assert.True(touched[0, 0, i, j].item<bool>() == (i < row || i == row && j < column), $"pixel ({i}, {j})");
    }

    [Fact]
    public void The_first_pixel_depends_on_nothing()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var model = new GatedPixelCnn(channels: 3, outcomes: 4, width: 6, depth: 3);
        Tensor one = model.call(rand(2, 3, 5, 5)), other = model.call(rand(2, 3, 5, 5)); // (2, 4, 5, 5)
        Assert.Equal([2L, 4, 5, 5], one.shape);
        Assert.Equal(one[.., .., 0, 0].data<float>().ToArray(), other[.., .., 0, 0].data<float>().ToArray());
        Assert.NotEqual(one[.., .., 4, 4].data<float>().ToArray(), other[.., .., 4, 4].data<float>().ToArray());
    }

    [Fact]
    public void Samples_are_binary_repeat_with_a_seed_and_follow_the_logits()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var model = new GatedPixelCnn(width: 4, depth: 2);
        using Generator one = new(3), two = new(3);
        float[] first = model.Sample(40, side: 5, one).data<float>().ToArray();
        Assert.Equal(first, model.Sample(40, side: 5, two).data<float>().ToArray());
        Assert.All(first, value => Assert.True(value is 0 or 1));
        Assert.InRange(first.Average(), 0.1, 0.9);

        using (no_grad())
            foreach (var (name, parameter) in model.named_parameters())
                parameter.fill_(name == "last.bias" ? 30 : 0);
        Assert.All(model.Sample(2, side: 3).data<float>().ToArray(), value => Assert.Equal(1, value));
    }
}
