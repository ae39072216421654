using System.Text;
using System.Text.Json;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Cli.Doctor;

/// <summary>libtorch, its BLAS and its CUDA devices, tried in a child process: a library that does not load cannot end the doctor.</summary>
public static class TorchCheck
{
    /// <summary>Tries them.</summary>
    public static async Task<IReadOnlyList<Finding>> Run(CancellationToken cancellation)
    {
        var self = WorkerCommand.Self;
        var (code, output) = await ChildProcess.Capture(self.FileName, [.. self.Arguments, "doctor", Commands.DoctorCommand.TorchTrial], cancellation);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = Array.Find(lines, line => line.StartsWith('{'));
        return code == 0 && found is not null
            ? Judge(JsonSerializer.Deserialize<TorchTrial>(found)!)
            : [new("libtorch", State.Missing, $"Torch={CourseFolder.Torch} does not load: {(lines is [] ? $"its process ended with code {code}" : lines[^1])}", "see environment.md, or try ./course --torch cpu")];
    }

    /// <summary>What a trial came to.</summary>
    public static IReadOnlyList<Finding> Judge(TorchTrial trial)
    {
        var torch = trial.Libraries.FirstOrDefault(file => Path.GetFileName(file).StartsWith("libtorch_cpu", StringComparison.Ordinal));
        var cuda = trial.Libraries.Any(file => file.Contains("libtorch_cuda", StringComparison.Ordinal));
        return
        [
            new("libtorch", State.Good, $"{trial.Version}, Torch={CourseFolder.Torch}{(torch is null ? "" : $", {torch}")}{Abi(torch)}{(cuda ? ", built with CUDA" : "")}"),
            trial.Threads == Environment.ProcessorCount
                ? new("threads", State.Good, $"{trial.Threads}")
                : new("threads", State.Poor, $"{trial.Threads} of {Environment.ProcessorCount} cores", "unset OMP_NUM_THREADS"),
            Blas(trial),
            trial.CudaDevices > 0
                ? new("CUDA", State.Good, $"{trial.CudaDevices} device{(trial.CudaDevices == 1 ? "" : "s")}")
                : new("CUDA", State.Absent, cuda ? "libtorch has it, but sees no device" : "no device that this libtorch can use", "environment.md says how to use a GPU"),
        ];
    }

    // A libtorch from PyTorch has its BLAS inside; that of a distribution uses what is installed, if only the reference.
    static Finding Blas(TorchTrial trial)
    {
        string? Mapped(string part) => trial.Libraries.FirstOrDefault(file => Path.GetFileName(file).Contains(part, StringComparison.Ordinal));
        var fast = Mapped("openblas") ?? Mapped("mkl");
        var slow = fast is null ? Mapped("libblas") : null;
        var detail = $"{fast ?? slow ?? "inside libtorch"}, {trial.Gigaflops:0} GFLOP/s in a matrix product";
        return slow is null
            ? new("BLAS", State.Good, detail)
            : new("BLAS", State.Poor, $"the reference BLAS, {detail}", "apt-get install libopenblas0-pthread; `update-alternatives --config libblas.so.3-$(gcc -print-multiarch)` chooses it");
    }

    static string Abi(string? torch)
    {
        var c10 = torch is null ? "" : Path.Combine(Path.GetDirectoryName(torch)!, "libc10.so");
        if (!File.Exists(c10))
            return "";
        var modern = File.ReadAllBytes(c10).AsSpan().IndexOf(Encoding.ASCII.GetBytes("_ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_string")) >= 0;
        return modern ? ", C++11 ABI" : ", the ABI from before C++11";
    }
}
