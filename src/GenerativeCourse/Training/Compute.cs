using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>What the course computes on.</summary>
public static class Compute
{
    /// <summary>The environment variable that names a device instead of the one that would be chosen: cpu, cuda or cuda:1.</summary>
    public const string DeviceVariable = "COURSE_DEVICE";

    /// <summary>The GPU when there is one, else the CPU; or what <see cref="DeviceVariable"/> says.</summary>
    /// <exception cref="InvalidOperationException">The variable names a device that is not there.</exception>
    public static Device Device { get; } = Choose(Environment.GetEnvironmentVariable(DeviceVariable));

    internal static Device Choose(string? named)
    {
        if (string.IsNullOrWhiteSpace(named))
            return cuda.is_available() ? CUDA : CPU;
        try
        {
            return InitializeDevice(new Device(named.Trim()));
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new InvalidOperationException($"{DeviceVariable} is '{named}', which cannot be used: {error.Message}");
        }
    }

    /// <summary>One line for the reader: "cpu, 2 threads, libtorch 1.13.0" or "cuda:0, libtorch 2.11.0".</summary>
    public static string Description =>
        Device.type == TorchSharp.DeviceType.CPU ? $"cpu, {get_num_threads()} threads, libtorch {__version__}" : $"{Device}, libtorch {__version__}";
}
