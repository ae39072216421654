namespace GenerativeCourse.Figures.Display;

/// <summary>Writes a value as one MIME type, in the shape that notebook kernels look for.</summary>
sealed class Formatter<T>(string mimeType, Func<T, string> format)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object value, TextWriter writer)
    {
        if (value is not T known) return false;
        writer.Write(format(known));
        return true;
    }
}
