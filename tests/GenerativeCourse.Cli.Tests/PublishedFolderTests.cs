using GenerativeCourse.Cli.Publishing;

namespace GenerativeCourse.Cli.Tests;

public sealed class PublishedFolderTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-publish-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_with_other_things_is_left_alone()
    {
        var file = Path.Combine(_folder.FullName, "thesis.txt");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<UserException>(() => new PublishedFolder(CourseFolder.Find()).Make(_folder.FullName, _ => { }, CancellationToken.None));
        Assert.Contains("holds something else", refused.Message);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_dataset_is_refused() =>
        await Assert.ThrowsAsync<UserException>(() => new PublishedFolder(CourseFolder.Find(), ["nonesuch"]).Make(_folder.FullName, _ => { }, CancellationToken.None));

    [Fact]
    public async Task What_is_not_a_clone_is_refused() =>
        await Assert.ThrowsAsync<UserException>(() => new PublishedFolder(new CourseFolder(_folder.FullName)).Make(_folder.FullName, _ => { }, CancellationToken.None));

    [Fact]
    public void The_runtime_is_found_and_runs_without_the_rest_of_it()
    {
        var target = Path.Combine(_folder.FullName, "runtime");
        RuntimeFolder.Find().CopyTo(target);
        var start = new System.Diagnostics.ProcessStartInfo(Path.Combine(target, "dotnet"), "--list-runtimes") { RedirectStandardOutput = true };
        start.Environment["DOTNET_ROOT"] = target;
        using var process = System.Diagnostics.Process.Start(start)!;
        var runtimes = process.StandardOutput.ReadToEnd();
        Assert.Contains($"Microsoft.NETCore.App {Environment.Version}", runtimes);
        Assert.Contains("Microsoft.AspNetCore.App", runtimes);
    }
}
