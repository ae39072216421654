namespace GenerativeCourse.Training;

/// <summary>A safetensors file is malformed or does not fit a module; the message is one line that names the file, the fault and what to do.</summary>
public sealed class SafetensorsException : IOException
{
    /// <summary>Creates the exception with its one-line message.</summary>
    public SafetensorsException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with its one-line message and the cause.</summary>
    public SafetensorsException(string message, Exception cause) : base(message, cause)
    {
    }
}
