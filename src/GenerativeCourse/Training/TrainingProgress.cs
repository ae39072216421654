namespace GenerativeCourse.Training;

/// <summary>How far training is.</summary>
/// <param name="Name">What is trained.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">The mean loss since the last report.</param>
/// <param name="LearningRate">The rate of the last step.</param>
/// <param name="StepsPerSecond">Since this run began.</param>
/// <param name="History">The mean loss of each stretch of training so far.</param>
public sealed record TrainingProgress(string Name, long Step, long Steps, double Loss, double LearningRate, double StepsPerSecond, IReadOnlyList<LossPoint> History)
{
    /// <summary>The loss's unit; empty where none was given.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Time to the end at the rate so far.</summary>
    public TimeSpan Left => TimeSpan.FromSeconds(StepsPerSecond > 0 ? (Steps - Step) / StepsPerSecond : 0);

    /// <summary>Whether this is the last report.</summary>
    public bool IsLast => Step == Steps;
}

/// <summary>The mean loss of the steps up to <paramref name="Step"/> since the point before.</summary>
public readonly record struct LossPoint(long Step, double Loss);
