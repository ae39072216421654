using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class DatasetFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Finds_the_nearest_folder_above_a_start()
    {
        _folder.Write("course/datasets/README.md", []);
        var inside = Directory.CreateDirectory(Path.Combine(_folder.Path, "course", "a", "b")).FullName;
        var root = Path.Combine(_folder.Path, "course");
        Assert.Equal(root, DatasetFolder.Find(null, inside));
        Assert.Equal(root, DatasetFolder.Find("", null, _folder.Path, inside));
        Assert.Equal(root, DatasetFolder.Find(root, "/"));
    }

    [Fact]
    public void Says_what_to_do_where_there_is_none()
    {
        Assert.Contains("set COURSE_ROOT", Assert.Throws<DatasetException>(() => DatasetFolder.Find(null, _folder.Path)).Message);
        Assert.Contains("COURSE_ROOT is", Assert.Throws<DatasetException>(() => DatasetFolder.Find(_folder.Path, _folder.Path)).Message);
        Assert.Contains("course data list", Assert.Throws<DatasetException>(() => DatasetFolder.Of("no-such-data")).Message);
    }

    [Fact]
    public void Lists_the_datasets_of_the_course() => Assert.Contains("mnist", DatasetFolder.Names());
}
