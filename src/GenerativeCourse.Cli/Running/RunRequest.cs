using System.Globalization;
using GenerativeCourse.Notebooks.Runner;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Cli.Running;

/// <summary>What <c>course run</c> was asked to do.</summary>
public sealed record RunRequest
{
    const double ShareOfMachine = 0.8;
    static readonly TimeSpan QuickTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Files, folders, numbers or names of lectures; all lectures when empty.</summary>
    public IReadOnlyList<string> Notebooks { get; init; } = [];

    /// <summary>quick or full: the notebook's COURSE_PROFILE.</summary>
    public string Profile { get; init; } = "quick";

    /// <summary>The notebook's COURSE_DEVICE.</summary>
    public string? Device { get; init; }

    /// <summary>Notebooks at a time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Seconds a cell; 0 for no limit, null for the profile's own.</summary>
    public double? Timeout { get; init; }

    /// <summary>Bytes a notebook; 0 for no limit, null for its share of the machine.</summary>
    public long? Memory { get; init; }

    /// <summary>Folder to write to; null for the course's own.</summary>
    public string? Out { get; init; }

    /// <summary>Whether the notebooks themselves are rewritten.</summary>
    public bool InPlace { get; init; }

    /// <summary>Whether a notebook goes on after a failed cell.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>Where to write JUnit XML.</summary>
    public string? JUnit { get; init; }

    /// <summary>The runner's own terms for this request.</summary>
    public RunOptions ToOptions() => new()
    {
        Worker = new WorkerOptions { Environment = ChildEnvironment(), Libraries = CourseLibraries.Paths },
        CellTimeout = Timeout switch
        {
            null => Profile == "quick" ? QuickTimeout : null,
            0 => null,
            var seconds => TimeSpan.FromSeconds(seconds.Value),
        },
        MemoryLimit = Memory switch
        {
            null => (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * ShareOfMachine / Jobs),
            0 => null,
            var bytes => bytes,
        },
        AllowErrors = AllowErrors,
        RecordTiming = !InPlace,
    };

    Dictionary<string, string> ChildEnvironment()
    {
        var variables = new Dictionary<string, string> { ["COURSE_PROFILE"] = Profile };
        if (Device is not null)
            variables["COURSE_DEVICE"] = Device;
        // Several torches that each take all cores are slower than one after another.
        // TorchSharp.System lets OpenMP's threads rest by itself; TorchSharp's own packages, which it stands for, need it from outside.
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null && Environment.GetEnvironmentVariable("GOMP_SPINCOUNT") is null)
            variables["GOMP_SPINCOUNT"] = "1000";
        if (Jobs > 1 && Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is null)
            variables["OMP_NUM_THREADS"] = Math.Max(1, Environment.ProcessorCount / Jobs).ToString(CultureInfo.InvariantCulture);
        return variables;
    }
}
