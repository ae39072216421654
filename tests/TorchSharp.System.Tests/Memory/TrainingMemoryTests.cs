using System.Diagnostics;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Collection(nameof(AloneCollection))]
public sealed class TrainingMemoryTests
{
    static void Steps(int count, nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor data, Tensor labels)
    {
        for (int i = 0; i < count; i++)
        {
            using DisposeScope step = NewDisposeScope();
            optimizer.zero_grad();
            Tensor loss = nn.functional.cross_entropy(model.call(data), labels);
            loss.backward();
            optimizer.step();
        }
    }

    [Fact]
    public void A_thousand_training_steps_leave_the_count_of_tensors_and_resident_memory_where_they_were()
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> model = nn.Sequential(("in", nn.Linear(64, 128)), ("act", nn.ReLU()), ("out", nn.Linear(128, 10)));
        optim.Optimizer optimizer = optim.SGD(model.parameters(), 0.01, momentum: 0.9);
        Tensor data = randn(16, 64), labels = randint(0, 10, [16]);
        Steps(100, model, optimizer, data, labels);
        AloneCollection.Settle();
        // What leaks grows with every thousand; what the runtime recompiles in the background, once.
        long least = long.MaxValue;
        for (int thousand = 0; thousand < 3 && least > 8 << 20; thousand++)
        {
            long count = Tensor.TotalCount, resident = Resident();
            Steps(1000, model, optimizer, data, labels);
            AloneCollection.Settle();
            Assert.Equal(count, Tensor.TotalCount);
            least = Math.Min(least, Resident() - resident);
        }
        Assert.InRange(least, long.MinValue, 8 << 20);
    }

    [Fact]
    public void Tensors_that_nobody_disposes_are_released_by_the_garbage_collector()
    {
        static void Forget()
        {
            for (int i = 0; i < 100; i++)
                _ = ones(10) + i;
        }
        AloneCollection.Settle();
        long before = Tensor.TotalCount;
        Forget();
        AloneCollection.Settle();
        Assert.Equal(before, Tensor.TotalCount);
    }

    static long Resident()
    {
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
