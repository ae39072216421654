using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Training;

namespace GenerativeCourse.Benchmarks;

/// <summary>Debian's python3-torch in a process of its own, asked line by line.</summary>
sealed class TorchPeer : IDisposable
{
    /// <summary>How long OpenMP's threads spin before they sleep, in turns of a loop; ours sets it for itself, PyTorch leaves it to who starts it.</summary>
    public const string Spin = "GOMP_SPINCOUNT";

    readonly Process process;

    /// <summary>Starts it with OpenMP's threads set as ours are, or as it comes.</summary>
    /// <exception cref="InvalidOperationException">There is no python3 with torch.</exception>
    public TorchPeer(bool asItComes)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-u", Path.Combine(AppContext.BaseDirectory, "peer", "peer.py")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        if (asItComes)
            start.Environment.Remove(Spin);
        else
            start.Environment[Spin] = Environment.GetEnvironmentVariable(Spin) ?? "1000";
        process = Process.Start(start)!;
        JsonNode about = Ask(new { @do = "about" });
        Threads = (int)about["threads"]!;
        Setting = $"PyTorch {about["version"]}, {Spin} {(asItComes ? "unset" : start.Environment[Spin])}";
    }

    /// <summary>Version and environment, for the report.</summary>
    public string Setting { get; }

    /// <summary>How many threads it takes when nobody asks for a number.</summary>
    public int Threads { get; }

    /// <summary>Builds a workload from a file and seeds the generator.</summary>
    /// <param name="workload">What is run.</param>
    /// <param name="file">The weights and data.</param>
    /// <param name="variant">Precision, layout and optimiser.</param>
    /// <param name="threads">How many, or 0 for as many as PyTorch takes.</param>
    /// <param name="setToNone">Whether gradients are dropped and not zeroed.</param>
    public void Begin(Workload workload, string file, Variant variant, int threads, bool setToNone) => Ask(new
    {
        @do = "begin",
        workload = workload.Name,
        file,
        bf16 = variant.Precision == Precision.BFloat16,
        channels_last = variant.ChannelsLast,
        @foreach = variant.Foreach,
        set_to_none = setToNone,
        threads,
    });

    /// <summary>Runs steps: milliseconds and loss of each.</summary>
    public Turn Steps(int count)
    {
        JsonNode answer = Ask(new { @do = "steps", count, processor = Turn.ByProcessor });
        return new(answer["milliseconds"].Deserialize<double[]>()!, answer["losses"].Deserialize<double[]>()!);
    }

    JsonNode Ask(object request)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine() is { } line
            ? JsonNode.Parse(line)!
            : throw new InvalidOperationException("the peer ended: it needs /usr/bin/python3 with torch (Debian: python3-torch, python3-numpy)");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000))
            process.Kill();
        process.Dispose();
    }
}
