using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class DisposedTensorTests
{
    static Tensor Gone()
    {
        Tensor tensor = ones(2, 2);
        tensor.Dispose();
        return tensor;
    }

    public static TheoryData<string, Action> Uses => new()
    {
        { "as itself", () => Gone().exp() },
        { "as an argument", () => ones(2, 2).add(Gone()) },
        { "in place", () => Gone().add_(1) },
        { "in a list", () => cat([ones(2, 2), Gone()]) },
        { "among einsum's", () => einsum("ij,jk->ik", ones(2, 2), Gone()) },
        { "its shape", () => _ = Gone().shape },
        { "its type", () => _ = Gone().dtype },
        { "its elements", () => Gone().data<float>() },
        { "its text", () => Gone().str() },
        { "as an index", () => _ = ones(2, 2)[TensorIndex.Tensor(Gone())] },
        { "to be written", () => ones(2, 2)[0] = Gone() },
        { "indexed", () => _ = Gone()[0] },
        { "backward", () => Gone().backward() },
        { "its gradient", () => _ = Gone().grad },
        { "by its like", () => zeros_like(Gone()) },
        { "moved", () => Gone().to(float64) },
        { "an optional argument", () => linalg.pinv(ones(2, 2), Gone()) },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_disposed_tensor_used_again_says_so(string how, Action use)
    {
        ObjectDisposedException error = Assert.Throws<ObjectDisposedException>(use);
        Assert.True(error.Message.Contains("This tensor was disposed", StringComparison.Ordinal), $"{how}: {error.Message}");
    }

    [Fact]
    public void Disposing_twice_is_fine()
    {
        Tensor tensor = Gone();
        tensor.Dispose();
        Assert.True(tensor.IsInvalid);
    }
}
