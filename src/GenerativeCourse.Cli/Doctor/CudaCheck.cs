namespace GenerativeCourse.Cli.Doctor;

/// <summary>The GPUs that the driver sees, whatever libtorch makes of them.</summary>
public static class CudaCheck
{
    /// <summary>Asks nvidia-smi; nothing where there is no driver.</summary>
    public static async Task<IReadOnlyList<Finding>> Run(CancellationToken cancellation)
    {
        var (code, output) = await ChildProcess.Capture("nvidia-smi", ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"], cancellation);
        return code != 0 ? [] : [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Finding("GPU", State.Good, line.Trim()))];
    }
}
