using System.Runtime.InteropServices;

using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class CoreTests
{
    [Fact]
    public void An_operator_gives_what_libtorch_computes()
    {
        using Tensor a = FromData<float>([1, 2, 3, 4], [2, 2], null, null, true), b = FromData<float>([10, 20], [2], null, null, false);
        using Tensor sum = a + b;
        Assert.Equal([11f, 22f, 13f, 24f], sum.data<float>().ToArray());
        Assert.Equal([2L, 2L], sum.shape);
    }

    [Fact]
    public void A_shape_error_is_libtorchs_own_line()
    {
        using Tensor a = zeros([2, 3]), b = zeros([2, 4]);
        var error = Assert.Throws<ExternalException>(() => a + b);
        Assert.StartsWith("The size of tensor a (3) must match the size of tensor b (4)", error.Message);
        Assert.DoesNotContain("frame #", error.Message);
    }

    [Fact]
    public void Null_references_and_divisions_by_zero_stay_exceptions_once_libtorch_is_loaded()
    {
        using Tensor a = zeros([2]);
        string? text = a.IsInvalid ? "" : null;
        int zero = (int)a.sum().item<float>();
        Assert.Throws<NullReferenceException>(() => text!.Length);
        Assert.Throws<DivideByZeroException>(() => 1 / zero);
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        Tensor a = zeros([1]);
        a.Dispose();
        Assert.Contains("disposed", Assert.Throws<ObjectDisposedException>(() => a + a).Message);
    }

    [Fact]
    public void Indices_read_and_write_as_in_python()
    {
        using Tensor a = FromData<long>([0, 1, 2, 3, 4, 5], [2, 3], null, null, false);
        Assert.Equal([3L, 4L, 5L], a[1].data<long>().ToArray());
        Assert.Equal([1L, 4L], a[.., 1].data<long>().ToArray());
        Assert.Equal([2L, 5L], a[TensorIndex.Ellipsis, ^1].data<long>().ToArray());
        Assert.Equal([2L, 1L, 3L], a[TensorIndex.Colon, TensorIndex.None].shape);
        a[0, 1] = FromData<long>([9], [], null, null, false);
        Assert.Equal([0L, 9L, 2L, 3L, 4L, 5L], a.data<long>().ToArray());
    }

    [Fact]
    public void Scopes_dispose_what_was_made_in_them_but_what_moved_out()
    {
        Tensor kept, lost;
        using (DisposeScope scope = NewDisposeScope())
        {
            lost = zeros([2]);
            kept = (lost + lost).MoveToOuterDisposeScope();
        }
        Assert.True(lost.IsInvalid);
        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void Backward_adds_gradients_to_leaves()
    {
        using Tensor x = FromData<float>([3], [], null, null, true);
        (x * x * x).backward();
        Assert.Equal(27f, x.grad!.item<float>());
        IList<Tensor> second = autograd.grad([(x * x * x)], [x], retain_graph: true, create_graph: true);
        Assert.Equal(18f, autograd.grad([second[0]], [x])[0].item<float>());
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        using var one = new Generator(5);
        using var two = new Generator(5);
        Assert.Equal(randn([4], generator: one).data<float>().ToArray(), randn([4], generator: two).data<float>().ToArray());
        manual_seed(7);
        float[] first = randn([4]).data<float>().ToArray();
        manual_seed(7);
        Assert.Equal(first, randn([4]).data<float>().ToArray());
    }
}
