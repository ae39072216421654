namespace GenerativeCourse.Training;

/// <summary>Training came to a loss that is no number.</summary>
/// <param name="message">The step, the batch and what to do.</param>
/// <param name="step">The step, counted from 0.</param>
/// <param name="rows">The rows of the batch in the data.</param>
public sealed class TrainingStoppedException(string message, long step, IReadOnlyList<long> rows) : Exception(message)
{
    /// <summary>The step whose loss is NaN or infinite, counted from 0.</summary>
    public long Step => step;

    /// <summary>The rows of that step's batch in the data.</summary>
    public IReadOnlyList<long> Rows => rows;
}
