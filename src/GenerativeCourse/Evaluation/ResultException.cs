namespace GenerativeCourse.Evaluation;

/// <summary>A result is not what was recorded, or there is none; the message says which and what to do.</summary>
public sealed class ResultException : Exception
{
    /// <summary>With a message for people.</summary>
    public ResultException(string message) : base(message)
    {
    }

    /// <summary>With a message for people and what it came from.</summary>
    public ResultException(string message, Exception inner) : base(message, inner)
    {
    }
}
