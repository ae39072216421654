using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Collection("alone")]
public sealed class CollectedTensorTests
{
    [Fact]
    public void Tensors_that_nobody_disposes_are_released_by_the_garbage_collector()
    {
        static void Forget()
        {
            for (int i = 0; i < 100; i++)
                _ = ones(10) + i;
        }
        Settle();
        long before = Tensor.TotalCount;
        Forget();
        Settle();
        Assert.Equal(before, Tensor.TotalCount);
    }

    /// <summary>Waits until what was left to the garbage collector is gone.</summary>
    internal static void Settle()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
