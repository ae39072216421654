namespace GenerativeCourse.Data;

/// <summary>A data file is missing, altered or malformed; the message is one line that names the file, the fault and what to do.</summary>
public sealed class DatasetException : IOException
{
    /// <summary>Creates the exception with its one-line message.</summary>
    public DatasetException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with its one-line message and the cause.</summary>
    public DatasetException(string message, Exception cause) : base(message, cause)
    {
    }
}
