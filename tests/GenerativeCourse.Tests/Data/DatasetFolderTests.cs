using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class DatasetFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Finds_the_nearest_folder_above_a_start()
    {
        folder.Write("course/datasets/README.md", []);
        var inside = Directory.CreateDirectory(Path.Combine(folder.Path, "course", "a", "b")).FullName;
        var root = Path.Combine(folder.Path, "course");
        Assert.Equal(root, DatasetFolder.Find(null, inside));
        Assert.Equal(root, DatasetFolder.Find("", null, folder.Path, inside));
        Assert.Equal(root, DatasetFolder.Find(root, "/"));
    }

    [Fact]
    public void Says_what_to_do_where_there_is_none()
    {
        Assert.Contains("set COURSE_ROOT", Assert.Throws<DatasetException>(() => DatasetFolder.Find(null, folder.Path)).Message);
        Assert.Contains("COURSE_ROOT is", Assert.Throws<DatasetException>(() => DatasetFolder.Find(folder.Path, folder.Path)).Message);
        Assert.Contains("course data list", Assert.Throws<DatasetException>(() => DatasetFolder.Of("no-such-data")).Message);
    }

    [Fact]
    public void Lists_the_datasets_of_the_course() => Assert.Contains("mnist", DatasetFolder.Names());
}
