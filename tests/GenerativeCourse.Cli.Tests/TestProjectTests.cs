using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests;

public sealed class TestProjectTests
{
    static readonly IReadOnlyList<TestProject> All = TestProject.Find(CourseFolder.Find(), []);

    [Fact]
    public void Every_project_is_tested_over_the_systems_libtorch() => Assert.Same(All, TestProject.Over(All, "system", Assert.Fail));

    [Theory]
    [InlineData("cpu")]
    [InlineData("cuda")]
    [InlineData("/opt/torchsharp")]
    public void Over_another_TorchSharp_that_of_the_systems_own_is_left_out_and_named(string torch)
    {
        var said = "";
        var left = TestProject.Over(All, torch, what => said += what);
        Assert.Equal("TorchSharp.System.Tests", Assert.Single(All.Except(left)).Name);
        Assert.Equal($"TorchSharp.System.Tests is left out: src/TorchSharp.System is not what stands behind torch, but {torch}", said);
    }

    [Fact]
    public void Asked_for_by_name_it_is_refused()
    {
        var refused = Assert.Throws<UserException>(() => TestProject.Over(TestProject.Find(CourseFolder.Find(), ["TorchSharp"]), "cpu", Assert.Fail));
        Assert.Contains("./course --torch system test", refused.Message);
    }
}
