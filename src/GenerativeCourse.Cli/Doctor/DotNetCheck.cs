using System.Runtime.InteropServices;

namespace GenerativeCourse.Cli.Doctor;

/// <summary>The SDK that builds the course and the runtime that runs it.</summary>
public static class DotNetCheck
{
    /// <summary>Looks for them.</summary>
    public static async Task<IReadOnlyList<Finding>> Run(CourseFolder course, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        if (course.IsClone)
        {
            var (code, output) = await ChildProcess.Capture(CourseFolder.DotNet, ["--version"], cancellation);
            findings.Add(code == 0
                ? new(".NET SDK", State.Good, $"{output.Trim()}, {CourseFolder.DotNet}")
                : new(".NET SDK", State.Missing, "none on the path, in the clone or in DOTNET_ROOT", "install .NET 10 from https://dotnet.microsoft.com/download, or let ./course fetch it"));
        }
        findings.Add(new(".NET runtime", State.Good, $"{Environment.Version}, {RuntimeInformation.RuntimeIdentifier}{(course.IsClone ? "" : ", part of this folder")}"));
        return findings;
    }
}
