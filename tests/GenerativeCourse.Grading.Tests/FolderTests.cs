namespace GenerativeCourse.Grading.Tests;

/// <summary>Tests that write files, into a folder that goes with each.</summary>
public abstract class FolderTests : IDisposable
{
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("grading-tests-");

    public void Dispose()
    {
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
