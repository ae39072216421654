using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests;

public sealed class BenchCommandTests
{
    [Fact]
    public void Benchmarks_are_found_by_their_folders_in_a_clone_and_by_their_names_where_published()
    {
        string folder = Directory.CreateTempSubdirectory("course-bench-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "tests", "Benchmarks", "Classical"));
            File.WriteAllText(Path.Combine(folder, "tests", "Benchmarks", "Classical", "ClassicalBenchmarks.csproj"), "");
            Directory.CreateDirectory(Path.Combine(folder, "tests", "KernelBenchmarks"));
            Assert.Equal(["kernel"], TestProject.Benchmarks(new CourseFolder(folder)).Select(project => project.Name));
            File.WriteAllText(Path.Combine(folder, CourseFolder.Solution), "");
            TestProject project = Assert.Single(TestProject.Benchmarks(new CourseFolder(folder)));
            Assert.Equal("classical", project.Name);
            Assert.Contains("ClassicalBenchmarks", project.Executable);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_benchmark_that_is_not_there_is_answered_with_those_that_are()
    {
        var errors = new StringWriter();
        Assert.Equal(2, CommandLine.Run(CourseTool.Root(), ["bench", "nothing"], errors));
        Assert.Contains("there is no benchmark nothing; there are classical", errors.ToString());
    }
}
