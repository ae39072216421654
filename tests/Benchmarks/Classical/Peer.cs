using System.Diagnostics;
using System.Globalization;

/// <summary>scikit-learn in a process of its own that waits for a word, does the task once, and answers with the seconds and the result.</summary>
sealed class Peer : IDisposable
{
    readonly Process process;

    public Peer(string folder, int threads)
    {
        string python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "peer.py"), folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        process = Process.Start(start)!;
        Version = Read();
    }

    /// <summary>scikit-learn's version and what it computes with.</summary>
    public string Version { get; }

    /// <summary>Runs the task once: its seconds, the processor's, and the number that must agree with ours.</summary>
    public (double Seconds, double Processor, double Result) Run(string task)
    {
        process.StandardInput.WriteLine(task);
        double[] fields = Array.ConvertAll(Read().Split(' '), field => double.Parse(field, CultureInfo.InvariantCulture));
        return (fields[0], fields[1], fields[2]);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(10_000);
        process.Dispose();
    }

    string Read() => process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the Python peer has ended; it needs python3-sklearn");
}
