namespace GenerativeCourse.Benchmarks;

/// <summary>What the course promises: the largest ratio of our step's time to PyTorch's.</summary>
static class Goals
{
    // Half precision gains only where the processor has it in hardware.
    static readonly bool HasHalf = File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal)) is { } flags
        && (flags.Contains("avx512_bf16", StringComparison.Ordinal) || flags.Contains("amx_bf16", StringComparison.Ordinal));

    /// <summary>Null where nothing is promised.</summary>
    public static double? Of(Workload workload, string compare) => (workload, compare) switch
    {
        (AdamWorkload, "default" or "equal") => 0.2,
        (AdamWorkload or OperatorWorkload, _) => 1.0,
        (_, "equal") => 1.0,
        (_, "fastest") => 1.05,
        (_, "default") when workload.IsConvolutional && HasHalf => 0.55,
        _ => null,
    };
}
