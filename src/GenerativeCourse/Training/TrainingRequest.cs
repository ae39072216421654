namespace GenerativeCourse.Training;

/// <summary>How a model of the course is to be trained.</summary>
/// <param name="Profile">Quick: a small one in a minute; full: the one that the course reports.</param>
/// <param name="Checkpoint">The file that the run is saved to and resumed from.</param>
/// <param name="Weights">The file that the weights are written to.</param>
public sealed record TrainingRequest(Profile Profile, string Checkpoint, string Weights)
{
    /// <summary>Goes on from the checkpoint where there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>Steps in all instead of the profile's.</summary>
    public long? Steps { get; init; }

    /// <summary>In what numbers; bfloat16 where the machine gains from it, by default.</summary>
    public Precision Precision { get; init; } = Precision.BFloat16;

    /// <summary>Where progress is shown: the notebook or the terminal that is there, by default.</summary>
    public ITrainingDisplay? Display { get; init; }

    /// <summary>What the trained model says while it measures itself, line by line.</summary>
    public Action<string> Say { get; init; } = _ => { };
}
