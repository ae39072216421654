using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Tests that count all tensors of the process: nothing else may run beside them.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("alone")]
public sealed class TrainingMemoryTests
{
    // Tensors that earlier tests left to the garbage collector go first.
    static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

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
            long before = Count();
            for (int i = 0; i < 5; i++)
                optimizer.step();
            Assert.Equal(before, Count());
        }
    }

    [Fact]
    public void A_thousand_training_steps_leave_tensors_and_memory_where_they_were()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential model = nn.Sequential(nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 8));
        using Adam optimizer = optim.Adam(model.parameters());
        Tensor data = randn(4096, 8);
        Train(100);
        long tensors = Count(), memory = Environment.WorkingSet;
        Train(1000);
        Assert.Equal(tensors, Count());
        // An activation takes 128 KB: one that leaked would be 128 MB.
        Assert.InRange(Environment.WorkingSet - memory, long.MinValue, 40 << 20);

        void Train(int steps)
        {
            for (int step = 0; step < steps; step++)
            {
                using DisposeScope each = NewDisposeScope();
                optimizer.zero_grad();
                (model.call(data) - data).pow(2).mean().backward();
                optimizer.step();
            }
        }
    }
}
