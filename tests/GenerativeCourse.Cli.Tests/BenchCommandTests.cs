using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests;

public sealed class BenchCommandTests
{
    [Fact]
    public void Benchmarks_are_found_by_their_folders_in_a_clone_and_by_their_names_where_published()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tests/Benchmarks/Classical/ClassicalBenchmarks.csproj", "");
        Directory.CreateDirectory(folder.File("tests/KernelBenchmarks"));
        Assert.Equal(["kernel"], TestProject.Benchmarks(new CourseFolder(folder.Path)).Select(project => project.Name));
        folder.Write(CourseFolder.Solution, "");
        TestProject project = Assert.Single(TestProject.Benchmarks(new CourseFolder(folder.Path)));
        Assert.Equal("classical", project.Name);
        Assert.Contains("ClassicalBenchmarks", project.Executable);
    }

    [Fact]
    public void A_benchmark_that_is_not_there_is_answered_with_those_that_are()
    {
        var errors = new StringWriter();
        Assert.Equal(2, CommandLine.Run(CourseTool.Root(), ["bench", "nothing"], errors));
        Assert.Contains("there is no benchmark nothing; there are classical", errors.ToString());
    }
}
