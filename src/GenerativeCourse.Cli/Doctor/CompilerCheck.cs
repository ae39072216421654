namespace GenerativeCourse.Cli.Doctor;

/// <summary>The C++ compiler that builds the bridge to libtorch.</summary>
public static class CompilerCheck
{
    /// <summary>Looks for it; nothing where no bridge is built.</summary>
    public static async Task<IReadOnlyList<Finding>> Run(CancellationToken cancellation)
    {
        if (CourseFolder.Torch != "system")
            return [];
        var compiler = Environment.GetEnvironmentVariable("CXX") is { Length: > 0 } named ? named : "g++";
        var (code, output) = await ChildProcess.Capture(compiler, ["--version"], cancellation);
        return [code == 0
            ? new("C++ compiler", State.Good, output.Split('\n')[0].Trim())
            : new("C++ compiler", State.Missing, $"{compiler} was not found", "apt-get install g++")];
    }
}
