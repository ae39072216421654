using System.Diagnostics;

namespace GenerativeCourse.Lectures;

/// <summary>Every lecture runs from its first cell to its last in the quick profile, as a learner would run it.</summary>
public sealed class RunTests
{
    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public async Task A_lecture_runs_to_its_end(string name)
    {
        string output = Directory.CreateTempSubdirectory("lecture").FullName;
        try
        {
            var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool"), ["run", Lecture.File(name), "--out", output])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["COURSE_ROOT"] = Lecture.Course.Path;
            using Process tool = Process.Start(start)!;
            Task<string> report = tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), errors = tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(tool.ExitCode == 0, $"course run {name} ended with {tool.ExitCode}:\n{await report}{await errors}");
            Assert.True(File.Exists(Path.Combine(output, name)), $"course run {name} wrote nothing");
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
