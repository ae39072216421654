using GenerativeCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Training;

public sealed class TrainerTests : IDisposable
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    readonly string folder = Directory.CreateTempSubdirectory("trainer").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static (Sequential Model, Adam Optimizer) Fresh()
    {
        manual_seed(1);
        Sequential model = nn.Sequential(nn.Linear(6, 16), nn.Dropout(0.2), nn.ReLU(), nn.Linear(16, 1));
        return (model, optim.Adam(model.parameters(), lr: 0.05));
    }

    static Tensor Data()
    {
        using var generator = new Generator(9);
        return randn([96, 6], generator: generator);
    }

    // The noise is drawn from the default generator, so that its state matters.
    static Tensor Loss(Sequential model, Tensor x) => (model.call(x + 0.1 * randn_like(x)) - x.sum(1, keepdim: true)).pow(2).mean();

    static TrainerOptions Options(long steps) => new() { Steps = steps, Display = TrainingDisplays.None, Schedule = Schedules.Cosine() };

    static float[] Weights(Sequential model) => [.. model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    static float[] Unbroken(Tensor data)
    {
        var (model, optimizer) = Fresh();
        using var batches = new Batches(16, 3, data);
        new Trainer(model, optimizer, batches, Options(40)).Run(batch => Loss(model, batch[0]), Token);
        return Weights(model);
    }

    [Fact]
    public void Training_lowers_the_loss_and_leaves_no_tensor_behind()
    {
        using Tensor data = Data();
        var (model, optimizer) = Fresh();
        using var batches = new Batches(16, 3, data);
        var trainer = new Trainer(model, optimizer, batches, Options(200));
        trainer.Run(batch => Loss(model, batch[0]), Token);
        Assert.True(trainer.History[^1].Loss < 0.5 * trainer.History[0].Loss, $"{trainer.History[0].Loss} to {trainer.History[^1].Loss}");

        var again = new Trainer(model, optimizer, batches, Options(50));
        long before = Tensor.TotalCount;
        again.Run(batch => Loss(model, batch[0]), Token);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_run_broken_off_and_resumed_gives_the_numbers_of_an_unbroken_one()
    {
        using Tensor data = Data();
        float[] expected = Unbroken(data);
        TrainerOptions options = Options(40) with { Checkpoint = Path.Combine(folder, "run.checkpoint"), CheckpointEvery = 7, Resume = true };

        var (first, firstOptimizer) = Fresh();
        using var batches = new Batches(16, 3, data);
        var stop = new CancellationTokenSource();
        TrainerOptions stopping = options with { AfterStep = step => { if (step == 23) stop.Cancel(); } };
        Assert.Throws<OperationCanceledException>(() => new Trainer(first, firstOptimizer, batches, stopping).Run(batch => Loss(first, batch[0]), stop.Token));

        var (second, secondOptimizer) = Fresh();
        manual_seed(12345);
        var trainer = new Trainer(second, secondOptimizer, batches, options);
        trainer.Run(batch => Loss(second, batch[0]), Token);
        Assert.Equal(40, trainer.Step);
        Assert.Equal(expected, Weights(second));
    }

    [Fact]
    public void Forgetting_gradients_gives_the_numbers_of_setting_them_to_zero()
    {
        using Tensor data = Data();
        var (model, optimizer) = Fresh();
        using var batches = new Batches(16, 3, data);
        for (long step = 0; step < 40; step++)
        {
            using var scope = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = 0.05 * Schedules.Cosine()(step / 40.0);
            Tensor loss = Loss(model, batches.At(step)[0]);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
        Assert.Equal(Unbroken(data), Weights(model));
    }

    [Fact]
    public void The_state_of_a_devices_generator_is_read_and_put_back()
    {
        Peer.RequireHardware(NativeBridge.IsThere, "the bridge of Torch=system");
        byte[] before = DeviceRandom.Read(CPU);
        Assert.Equal(RandomState.Read(), before);
        using Tensor first = randn(10);
        DeviceRandom.Write(CPU, before);
        using Tensor second = randn(10);
        Assert.True(first.Equals(second));
    }

    [Fact]
    public void On_a_gpu_a_resumed_run_draws_what_an_unbroken_one_draws()
    {
        Peer.RequireHardware(cuda.is_available(), "a GPU");
        manual_seed(4);
        byte[] before = RandomState.Read(CUDA);
        using Tensor gpu = randn([10], device: CUDA), host = randn(10);
        RandomState.Write(before, CUDA);
        using Tensor gpuAgain = randn([10], device: CUDA), hostAgain = randn(10);
        Assert.True(gpu.cpu().Equals(gpuAgain.cpu()) && host.Equals(hostAgain));
        RandomState.Write(before); // read back on a machine without one
        RandomState.Write(before[..^16], CUDA); // and a CPU's checkpoint on a GPU
    }

    [Fact]
    public void The_average_follows_the_weights_and_is_kept_in_the_checkpoint()
    {
        using Tensor data = Data();
        TrainerOptions options = Options(40) with { Checkpoint = Path.Combine(folder, "run.checkpoint"), Resume = true };
        float[] Trained(Action<long> afterStep, CancellationToken token)
        {
            var (model, optimizer) = Fresh();
            Sequential average = Fresh().Model;
            using var batches = new Batches(16, 3, data);
            new Trainer(model, optimizer, batches, options with { Average = new WeightAverage(model, average, decay: 0.9), AfterStep = afterStep }).Run(batch => Loss(model, batch[0]), token);
            Assert.NotEqual(Weights(model), Weights(average));
            return Weights(average);
        }
        float[] unbroken = Trained(_ => { }, Token);
        File.Delete(options.Checkpoint!);
        var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Trained(step => { if (step == 23) stop.Cancel(); }, stop.Token));
        Assert.Equal(unbroken, Trained(_ => { }, Token));
    }

    [Fact]
    public void An_average_moves_by_its_decay_and_wants_a_model_of_the_same_shape()
    {
        Linear model = nn.Linear(1, 1, hasBias: false), average = nn.Linear(1, 1, hasBias: false);
        using (no_grad())
            model.weight!.fill_(0);
        var following = new WeightAverage(model, average, decay: 0.5);
        Assert.Equal(0, average.weight!.item<float>());
        using (no_grad())
            model.weight!.fill_(1);
        following.Update(1);
        Assert.Equal(1 - 2.0 / 11, average.weight!.item<float>(), 1e-6);
        following.Update(1000);
        Assert.Equal(1 - 1.0 / 11, average.weight!.item<float>(), 1e-6);
        Assert.Contains("weight", Assert.Throws<ArgumentException>(() => new WeightAverage(model, nn.Linear(2, 1))).Message);
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_with_its_step_and_batch()
    {
        using Tensor data = Data();
        var (model, optimizer) = Fresh();
        using var batches = new Batches(16, 3, data);
        int calls = 0;
        var trainer = new Trainer(model, optimizer, batches, Options(40));
        var error = Assert.Throws<TrainingStoppedException>(() => trainer.Run(batch => Loss(model, batch[0]) * (calls++ == 8 ? float.NaN : 1), Token));
        Assert.Equal(8, error.Step);
        Assert.Equal(16, error.Rows.Count);
        Assert.Contains("NaN at step 8, batch 2 of epoch 1", error.Message);
    }

    [Fact]
    public void A_step_with_a_wild_gradient_is_left_out()
    {
        using Tensor data = Data();
        var (model, optimizer) = Fresh();
        using var batches = new Batches(16, 3, data);
        float[] before = [];
        var trainer = new Trainer(model, optimizer, batches, Options(3) with { SkipNorm = 1000, AfterStep = step => before = step < 3 ? Weights(model) : before });
        float[] first = Weights(model);
        int calls = 0;
        trainer.Run(batch => Loss(model, batch[0]) * (calls++ == 2 ? 1e6 : 1), Token);
        Assert.NotEqual(first, before);
        Assert.Equal(before, Weights(model));
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_refused_in_a_line()
    {
        string file = Path.Combine(folder, "run.checkpoint");
        File.WriteAllText(file, "not a checkpoint");
        using Tensor data = Data();
        var (model, optimizer) = Fresh();
        using var batches = new Batches(16, 3, data);
        var trainer = new Trainer(model, optimizer, batches, Options(4) with { Checkpoint = file, Resume = true });
        Assert.Contains(file, Assert.Throws<InvalidDataException>(() => trainer.Run(batch => Loss(model, batch[0]), Token)).Message);
    }

    [Fact]
    public void An_epoch_is_a_permutation_and_a_batch_a_function_of_its_step()
    {
        using Tensor data = arange(50, dtype: int64).unsqueeze(1);
        using Batches one = new(10, 4, data), two = new(10, 4, data);
        long[] epoch = [.. Enumerable.Range(0, 5).SelectMany(step => one.At(step)[0].data<long>().ToArray())];
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), epoch.Order());
        Assert.NotEqual(epoch.Order(), epoch);
        Assert.Equal(one.At(7)[0].data<long>().ToArray(), two.At(7)[0].data<long>().ToArray());
        Assert.Contains("differ", Assert.Throws<ArgumentException>(() => new Batches(1, 0, data, zeros(3, 1))).Message);
    }

    [Fact]
    public void Autocast_computes_products_in_bfloat16_and_ends()
    {
        Peer.RequireHardware(Autocast.IsSupported, "the bridge of Torch=system");
        using Tensor a = randn(4, 4), b = randn(4, 4);
        using (new Autocast(Precision.BFloat16, CPU))
            Assert.Equal(ScalarType.BFloat16, a.matmul(b).dtype);
        Assert.Equal(ScalarType.Float32, a.matmul(b).dtype);
    }
}
