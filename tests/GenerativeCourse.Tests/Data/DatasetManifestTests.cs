using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class DatasetManifestTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Refusal(string json)
    {
        folder.Write(DatasetManifest.FileName, System.Text.Encoding.UTF8.GetBytes(json));
        var message = Assert.Throws<DatasetException>(() => DatasetManifest.Read(folder.Path)).Message;
        Assert.DoesNotContain('\n', message);
        Assert.Contains(DatasetManifest.FileName, message);
        return message;
    }

    static string Json(string file = "a.gz", string sha256 = "", string extra = "") => $$"""
        {"name": "x", "title": "t", "licence": "l", "attribution": "a", "source": "s", "made": "m",
         "files": [{"file": "{{file}}", "format": "Raw", "type": "UInt8", "shape": [2, 2], {{extra}}
           "sha256": "{{(sha256.Length > 0 ? sha256 : new string('a', 64))}}", "content_sha256": "{{new string('b', 64)}}"}]}
        """;

    [Fact]
    public void Reads_the_manifest_of_every_dataset_and_its_files_are_there()
    {
        foreach (var name in DatasetFolder.Names())
        {
            var manifest = DatasetManifest.Of(name);
            Assert.Equal(name, manifest.Name);
            Assert.All(manifest.Files, row => Assert.True(File.Exists(Path.Combine(manifest.Folder, row.File)), $"{name}/{row.File}"));
        }
    }

    [Fact]
    public void Refuses_broken_json_and_rows()
    {
        Assert.Contains("line 2", Refusal("{\n oops"));
        Assert.Contains("files", Refusal("""{"name": "x", "title": "t", "licence": "l", "attribution": "a", "source": "s", "made": "m"}"""));
        Assert.Contains("is not the name of a file", Refusal(Json(file: "../a.gz")));
        Assert.Contains("64 hexadecimal digits", Refusal(Json(sha256: "abc")));
        Assert.Contains("2 sides but 1 axes", Refusal(Json(extra: "\"axes\": [\"row\"],")));
        Assert.Contains("surprise", Refusal(Json(extra: "\"surprise\": 1,")));
        Assert.EndsWith("it is empty.", Refusal("null"));
    }

    [Fact]
    public void Refuses_a_missing_manifest_and_an_unlisted_file()
    {
        Assert.Contains("is missing", Assert.Throws<DatasetException>(() => DatasetManifest.Read(folder.Path)).Message);
        Assert.Contains("does not list 'b.gz'", Assert.Throws<DatasetException>(() => DatasetManifest.Of("mnist").File("b.gz")).Message);
    }
}
