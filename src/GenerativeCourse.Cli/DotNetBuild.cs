namespace GenerativeCourse.Cli;

/// <summary>Builds with the .NET SDK in a temporary folder of its own, where the SDK leaves empty folders, and without a compiler server that outlives it.</summary>
static class DotNetBuild
{
    /// <summary>Runs <c>dotnet</c>; answers its exit code with all that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> Run(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var scratch = new ScratchFolder();
        return await ChildProcess.Capture(CourseFolder.DotNet, [.. arguments, "-p:UseSharedCompilation=false"], cancellation, scratch.Variables);
    }
}
