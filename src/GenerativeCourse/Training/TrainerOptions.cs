namespace GenerativeCourse.Training;

/// <summary>How a <see cref="Trainer"/> trains.</summary>
public sealed record TrainerOptions
{
    /// <summary>Optimiser steps in all, those of an earlier, broken-off run included.</summary>
    public required long Steps { get; init; }

    /// <summary>The learning rate as a multiple of the optimiser's own, by the part of training that is done, 0 to 1; constant by default.</summary>
    public Func<double, double> Schedule { get; init; } = Schedules.Constant;

    /// <summary>The largest norm of all gradients together; none by default.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The norm of all gradients together above which a step is left out, as one wild batch can undo an hour; none by default.</summary>
    public double? SkipNorm { get; init; }

    /// <summary>In what numbers the loss is computed.</summary>
    public Precision Precision { get; init; } = Precision.Float32;

    /// <summary>The file that training is saved to and resumed from; none by default.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Steps from one checkpoint to the next.</summary>
    public long CheckpointEvery { get; init; } = 1000;

    /// <summary>Goes on from the checkpoint when there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>What the bar and the curve are called.</summary>
    public string Name { get; init; } = "training";

    /// <summary>The loss's unit, for the curve's axis: <c>nats an image</c>; none by default.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where progress is shown: the notebook or the terminal that is there, by default.</summary>
    public ITrainingDisplay? Display { get; init; }

    /// <summary>An average of the weights, updated after every step and kept in the checkpoint; none by default.</summary>
    public WeightAverage? Average { get; init; }

    /// <summary>Called after every step with the number of steps done.</summary>
    public Action<long>? AfterStep { get; init; }
}
