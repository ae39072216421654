using System.Runtime.InteropServices;

namespace GenerativeCourse.Cli.Doctor;

/// <summary>The processor, what it can do fast, and the memory.</summary>
public static class MachineCheck
{
    const double EnoughGigabytes = 4;

    /// <summary>Looks at them.</summary>
    public static IReadOnlyList<Finding> Run()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return
        [
            new("processor", State.Good, $"{Environment.ProcessorCount} cores, {Model()}"),
            Fast(),
            memory >= EnoughGigabytes
                ? new("memory", State.Good, $"{memory:0.0} GiB")
                : new("memory", State.Poor, $"{memory:0.0} GiB", $"the lectures want {EnoughGigabytes:0} GiB; run one at a time"),
        ];
    }

    static string Model() => Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    static Finding Fast()
    {
        var flags = (Line("/proc/cpuinfo", "flags") ?? "").Split(' ').ToHashSet();
        if (flags.Count <= 1)
            return new("bfloat16", State.Absent, $"not known for {RuntimeInformation.ProcessArchitecture}");
        var found = new (string Flag, string Name)[] { ("avx2", "AVX2"), ("avx512f", "AVX-512"), ("avx512_bf16", "AVX512-BF16"), ("amx_bf16", "AMX-BF16") }
            .Where(feature => flags.Contains(feature.Flag)).Select(feature => feature.Name).ToList();
        var names = found.Count == 0 ? "neither AVX2 nor AVX-512" : string.Join(", ", found);
        return found.Exists(name => name.EndsWith("BF16", StringComparison.Ordinal))
            ? new("bfloat16", State.Good, names)
            : new("bfloat16", State.Absent, $"{names}: training in bfloat16 will not be faster here");
    }

    static string? Line(string file, string key) => !File.Exists(file) ? null
        : File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[^1].Trim();
}
