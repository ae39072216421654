using GenerativeCourse.Training;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Training;

public sealed class GatedActivationTests
{
    static Tensor Draw(string layout)
    {
        using var generator = new Generator(5);
        Tensor x = 6 * randn([3, 38, 6, 7], generator: generator); // (3, 2 * 19, 6, 7)
        x[0, 0, 0, 0] = 100;
        x[0, 19, 0, 0] = -200;
        x[1, 0, 0, 0] = -300;
        return layout switch
        {
            "contiguous" => x,
            "channels_last" => x.ToChannelsLast(),
            "rows" => x.narrow(2, 0, 5),
            "columns" => x.narrow(3, 1, 4),
            "channels_last rows" => x.ToChannelsLast().narrow(2, 1, 4),
            _ => x.transpose(2, 3),
        };
    }

    [Theory]
    [InlineData("contiguous")]
    [InlineData("channels_last")]
    [InlineData("rows")]
    [InlineData("columns")]
    [InlineData("channels_last rows")]
    [InlineData("transposed")]
    public void The_gate_and_its_gradient_are_those_of_the_operators(string layout)
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(layout).detach().requires_grad_(), same = Draw(layout).detach().requires_grad_();
        Agree(x, same, x.shape[2], x.shape[3], null, null);
    }

    [Theory]
    [InlineData("contiguous")]
    [InlineData("channels_last")]
    [InlineData("transposed")]
    public void Rows_and_columns_are_cut_and_another_image_is_added_on_the_way(string layout)
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(layout).detach().requires_grad_(), same = Draw(layout).detach().requires_grad_();
        long height = x.shape[2] - 1, width = x.shape[3] - 2;
        Tensor plus = randn(3, 38, height, width).requires_grad_(), other = plus.detach().clone().requires_grad_();
        Agree(x, same, height, width, plus, other);
        Agree(x.detach().requires_grad_(), same.detach().requires_grad_(), height, width, null, null);
        var refused = Assert.ThrowsAny<Exception>(() => GatedActivation.Gate(x, height, width, x));
        Assert.Contains(NativeBridge.IsThere ? "a gate adds what has one shape" : "must match the size", refused.Message);
    }

    static void Agree(Tensor x, Tensor same, long height, long width, Tensor? plus, Tensor? other)
    {
        Tensor gate = GatedActivation.Gate(x, height, width, plus), composed = GatedActivation.Composed(same, height, width, other); // (3, 19, H, W)
        Assert.Equal(composed.shape, gate.shape);
        Assert.True((gate - composed).abs().max().item<float>() < 1e-6f);
        Tensor weight = arange(gate.numel(), float32).reshape(gate.shape).cos();
        (gate * weight).sum().backward();
        (composed * weight).sum().backward();
        Assert.True((x.grad! - same.grad!).abs().max().item<float>() < 1e-6f);
        Assert.True(plus is null || (plus.grad! - other!.grad!).abs().max().item<float>() < 1e-6f);
    }

    [Theory]
    [InlineData("contiguous")]
    [InlineData("channels_last rows")]
    public void In_bfloat16_the_gate_is_rounded_once(string layout)
    {
        Peer.RequireHardware(NativeBridge.IsThere, "the bridge of Torch=system");
        using var scope = NewDisposeScope();
        Tensor x = Draw(layout).to(bfloat16).detach().requires_grad_(), wide = x.detach().to(float32).requires_grad_();
        Tensor gate = GatedActivation.Gate(x, x.shape[2], x.shape[3]), exact = GatedActivation.Composed(wide, x.shape[2], x.shape[3]);
        Assert.Equal(bfloat16, gate.dtype);
        Assert.True(((gate.to(float32) - exact).abs() <= exact.abs() / 255 + 1e-6).all().item<bool>());
        gate.to(float32).sum().backward();
        exact.sum().backward();
        Assert.True(((x.grad!.to(float32) - wide.grad!).abs() <= wide.grad!.abs() / 255 + 1e-6).all().item<bool>());
    }

    [Fact]
    public void Its_gradient_has_a_gradient_and_NaN_stays_NaN()
    {
        using var scope = NewDisposeScope();
        Tensor x = randn(2, 4, 3, 3).requires_grad_(), same = x.detach().clone().requires_grad_(), plus = randn(2, 4, 2, 2);
        Tensor slope = autograd.grad([GatedActivation.Gate(x, 2, 2, plus).sum()], [x], create_graph: true, retain_graph: true)[0];
        Tensor other = autograd.grad([GatedActivation.Composed(same, 2, 2, plus).sum()], [same], create_graph: true, retain_graph: true)[0];
        slope.pow(2).sum().backward();
        other.pow(2).sum().backward();
        Assert.True(x.grad!.allclose(same.grad!, atol: 1e-5));
        Assert.True(GatedActivation.Gate(full([1, 2, 1, 1], float.NaN), 1, 1).isnan().all().item<bool>());
    }
}
