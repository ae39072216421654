using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class DatasetCheckTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Names => [.. DatasetFolder.Names()];

    [Theory, MemberData(nameof(Names))]
    public void Finds_nothing_wrong_with_the_course_s_data(string name) => Assert.Empty(DatasetCheck.Faults(DatasetManifest.Of(name)));

    [Fact]
    public void Names_each_file_that_is_missing_altered_or_not_what_the_manifest_promises()
    {
        var original = DatasetManifest.Of("iris");
        foreach (var file in Directory.EnumerateFiles(original.Folder))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        Assert.Empty(DatasetCheck.Faults(DatasetManifest.Read(folder.Path)));

        File.Delete(Path.Combine(folder.Path, "features.gz"));
        File.WriteAllBytes(Path.Combine(folder.Path, "labels.gz"), [1, 2, 3]);
        var faults = DatasetCheck.Faults(DatasetManifest.Read(folder.Path));
        Assert.Equal(2, faults.Count);
        Assert.Contains("features.gz is missing", faults[0]);
        Assert.Contains("labels.gz: its sha256 is", faults[1]);

        var promise = original with { Files = [original.Files[0] with { ContentSha256 = new string('0', 64) }] };
        Assert.Contains("it unpacks to", Assert.Single(DatasetCheck.Faults(promise)));
    }

    [Fact]
    public void Names_a_picture_of_another_size_than_the_manifest_promises()
    {
        var original = DatasetManifest.Of("photographs");
        var picture = original.Files.First(row => row.Format == DatasetFormat.Png);
        Assert.Empty(DatasetCheck.Faults(original with { Files = [picture] }));
        Assert.Contains("its manifest says (3, 1, 1)", Assert.Single(DatasetCheck.Faults(original with { Files = [picture with { Shape = [3, 1, 1] }] })));
    }

    [Fact]
    public void Data_stay_within_60_MB_and_each_file_within_13()
    {
        var sizes = Directory.EnumerateFiles(Path.Combine(DatasetFolder.Root, "datasets"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}weights{Path.DirectorySeparatorChar}")).Select(file => new FileInfo(file).Length).ToList();
        Assert.InRange(sizes.Sum(), 0, 60_000_000);
        Assert.InRange(sizes.Max(), 0, 13_000_000);
    }
}
