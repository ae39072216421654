using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Collection(nameof(AloneCollection))]
public sealed class OptimizerMemoryTests
{
    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (string kind in OptimizerTests.Kinds.Select(row => row.Data))
        {
            var weight = new Parameter(tensor(new float[] { 1, 2, 3 }));
            using OptimizerHelper optimizer = OptimizerTests.Make(kind, [weight]);
            weight.grad = tensor(new float[] { 1, 2, 3 });
            optimizer.step();
            AloneCollection.Settle();
            long before = Tensor.TotalCount;
            for (int i = 0; i < 5; i++)
                optimizer.step();
            AloneCollection.Settle();
            Assert.Equal(before, Tensor.TotalCount);
        }
    }
}
