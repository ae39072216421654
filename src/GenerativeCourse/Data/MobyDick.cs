namespace GenerativeCourse.Data;

/// <summary>Moby-Dick by Herman Melville, 1851: a text a chapter, 122 to train on, every tenth, 13, to test on; 1.19 million characters.</summary>
public static class MobyDick
{
    /// <summary>Loads the chapters, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Examples<string> Load()
    {
        const string heading = "CHAPTER ";
        var manifest = DatasetManifest.Of("moby-dick");
        return Examples<string>.Read("Moby-Dick", split =>
            [.. TextFormat.Read(manifest, $"{split}.txt.gz").Split($"\n\n{heading}").Select((chapter, number) => (number == 0 ? chapter : heading + chapter).Trim() + "\n\n")]);
    }
}
