using GenerativeCourse.Notebooks.Jupyter;

namespace GenerativeCourse.Cli.Kernels;

/// <summary><c>course kernel start FILE</c>: what Jupyter's clients start.</summary>
public static class KernelStart
{
    /// <summary>Serves the clients of a connection file; answers the exit code.</summary>
    public static int Run(string[] args)
    {
        try
        {
            return JupyterKernel.Run(new JupyterKernelOptions(args[^1]) { Libraries = CourseLibraries.Paths });
        }
        catch (ConnectionFileException mistake)
        {
            Console.Error.WriteLine($"course kernel: {mistake.Message}");
            return 2;
        }
    }
}
