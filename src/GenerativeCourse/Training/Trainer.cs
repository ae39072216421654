using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The loop: a batch, its loss, the gradient, a step; with progress, checkpoints that resume exactly, and a stop at the first loss that is no number.</summary>
public sealed class Trainer
{
    readonly nn.Module model;
    readonly OptimizerHelper optimizer;
    readonly Batches batches;
    readonly TrainerOptions options;
    readonly Parameter[] parameters;
    readonly double[] baseRates;
    readonly LossWindow window;
    readonly List<LossPoint> history = [];
    readonly long stretch;
    readonly Stopwatch clock = new();
    TimeSpan earlier;
    double stretchSum;
    long stretchSteps;

    /// <summary>A run over <paramref name="batches"/>; nothing is computed before <see cref="Run"/>.</summary>
    public Trainer(nn.Module model, OptimizerHelper optimizer, Batches batches, TrainerOptions options)
    {
        (this.model, this.optimizer, this.batches, this.options) = (model, optimizer, batches, options);
        parameters = [.. model.parameters()];
        baseRates = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
        stretch = Math.Max(1, options.Steps / 200);
        window = new LossWindow(parameters.Any(parameter => parameter.is_cuda) ? 50 : 1);
    }

    /// <summary>Steps done.</summary>
    public long Step { get; private set; }

    /// <summary>How long training took so far, that of an earlier, broken-off run included.</summary>
    public TimeSpan Elapsed => earlier + clock.Elapsed;

    /// <summary>The mean loss of each of about 200 stretches of training.</summary>
    public IReadOnlyList<LossPoint> History => history;

    /// <summary>Trains to the last step, from the checkpoint on where options ask for that.</summary>
    /// <param name="loss">The loss, a scalar, of a batch: one tensor (B, ...) for each of the data's. What it makes is disposed after the step.</param>
    /// <param name="token">Stops after the step that runs, and leaves a checkpoint.</param>
    /// <exception cref="TrainingStoppedException">A loss was NaN or infinite; the last checkpoint stands.</exception>
    public void Run(Func<Tensor[], Tensor> loss, CancellationToken token = default)
    {
        if (options.Precision == Precision.BFloat16)
            model.ToChannelsLast();
        var checkpoint = options.Checkpoint is { } file ? new Checkpoint(file, parameters.FirstOrDefault()?.device) : null;
        if (options.Resume && checkpoint?.Load(model, optimizer, Average) is { } saved)
        {
            Step = saved.Step;
            history.AddRange(saved.History);
            (stretchSum, stretchSteps, earlier) = (saved.StretchSum, saved.StretchSteps, TimeSpan.FromSeconds(saved.Seconds));
        }
        ITrainingDisplay display = options.Display ?? TrainingDisplays.Automatic();
        clock.Restart();
        long first = Step;
        model.train();
        checkpoint?.Begin();
        try
        {
            while (Step < options.Steps)
            {
                token.ThrowIfCancellationRequested();
                OneStep(loss);
                checkpoint?.Begin();
                if (Step % window.Length == 0 || Step == options.Steps)
                {
                    TakeLosses();
                    display.Show(Progress((Step - first) / clock.Elapsed.TotalSeconds));
                }
                if (checkpoint is not null && (Step % options.CheckpointEvery == 0 || Step == options.Steps))
                {
                    TakeLosses();
                    checkpoint.Save(State, model, optimizer, Average);
                }
            }
        }
        catch (Exception stop) when (stop is OperationCanceledException or ThreadInterruptedException)
        {
            TakeLosses();
            checkpoint?.Save(State, model, optimizer, Average);
            throw;
        }
    }

    TrainingState State => new(Step, history, stretchSum, stretchSteps, Elapsed.TotalSeconds);

    nn.Module? Average => options.Average?.Model;

    void OneStep(Func<Tensor[], Tensor> loss)
    {
        using DisposeScope scope = NewDisposeScope();
        SetRate();
        Tensor[] batch = batches.At(Step);
        if (options.Precision == Precision.BFloat16)
            batch = Array.ConvertAll(batch, ChannelsLast.ToChannelsLast);
        Tensor value;
        using (new Autocast(options.Precision, batch[0].device))
            value = loss(batch);
        Gradients.Forget(optimizer);
        value.backward();
        double norm = options.ClipNorm is null && options.SkipNorm is null ? 0 : nn.utils.clip_grad_norm_(parameters, options.ClipNorm ?? float.MaxValue);
        if (!(norm > options.SkipNorm))
            optimizer.step();
        window.Add(value);
        Step++;
        options.Average?.Update(Step);
        options.AfterStep?.Invoke(Step);
    }

    void SetRate()
    {
        double factor = options.Schedule((double)Step / options.Steps);
        int group = 0;
        foreach (optim.ILearningRateController controller in optimizer.ParamGroups)
            controller.LearningRate = baseRates[group++] * factor;
    }

    // Reads the losses of the last steps back from the device, and stops at the first that is no number.
    void TakeLosses()
    {
        double[] losses = window.Take();
        for (int i = 0; i < losses.Length; i++)
        {
            long step = Step - losses.Length + i;
            if (!double.IsFinite(losses[i]))
                throw Stopped(step, losses[i]);
            stretchSum += losses[i];
            stretchSteps++;
            if ((step + 1) % stretch == 0 || step + 1 == options.Steps)
            {
                history.Add(new LossPoint(step + 1, stretchSum / stretchSteps));
                (stretchSum, stretchSteps) = (0, 0);
            }
        }
    }

    TrainingStoppedException Stopped(long step, double loss)
    {
        using Tensor indices = batches.Indices(step).cpu();
        long[] rows = indices.data<long>().ToArray();
        string kept = options.Checkpoint is null ? "" : $" The last checkpoint, {options.Checkpoint}, stands.";
        return new TrainingStoppedException(
            $"{options.Name}: the loss is {(double.IsNaN(loss) ? "NaN" : "infinite")} at step {step}, batch {step % batches.PerEpoch} of epoch {step / batches.PerEpoch} (rows {string.Join(", ", rows.Take(6))}, ...). Lower the learning rate, clip the gradients, or look at that batch.{kept}",
            step, rows);
    }

    TrainingProgress Progress(double stepsPerSecond) => new(options.Name, Step, options.Steps,
        stretchSteps > 0 ? stretchSum / stretchSteps : history.Count > 0 ? history[^1].Loss : double.NaN,
        optimizer.ParamGroups.First().LearningRate, stepsPerSecond, history)
    { Unit = options.Unit };
}
