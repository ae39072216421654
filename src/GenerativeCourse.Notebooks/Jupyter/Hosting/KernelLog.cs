using System.Text;

namespace GenerativeCourse.Notebooks.Jupyter.Hosting;

/// <summary>Tells whoever started the kernel what it would not learn otherwise, a line each, and not without end.</summary>
internal sealed class KernelLog
{
    const int MostLines = 200;
    readonly Lock gate = new();
    int lines;

    /// <summary>Where the lines go.</summary>
    public Stream Target { get; set; } = Stream.Null;

    public void Write(string text)
    {
        lock (gate)
        {
            if (++lines > MostLines)
                return;
            var last = lines == MostLines ? " (nothing more is told)" : "";
            try
            {
                Target.Write(Encoding.UTF8.GetBytes($"course kernel: {text.ReplaceLineEndings(" ")}{last}\n"));
                Target.Flush();
            }
            catch (IOException)
            {
                // Nobody listens.
            }
        }
    }
}
