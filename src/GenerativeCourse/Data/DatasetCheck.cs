using System.Security.Cryptography;

namespace GenerativeCourse.Data;

/// <summary>Checks that a dataset lies on disk as its manifest says.</summary>
public static class DatasetCheck
{
    /// <summary>What is wrong with a dataset's files, a line each; empty where all is well.</summary>
    public static IReadOnlyList<string> Faults(DatasetManifest manifest)
    {
        var faults = new List<string>();
        foreach (var row in manifest.Files)
        {
            try
            {
                var content = row.Format switch
                {
                    DatasetFormat.Text => ReadText(manifest, row),
                    DatasetFormat.Png => Convert.ToHexStringLower(SHA256.HashData(PngFormat.Read(manifest, row.File).Pixels)),
                    _ => ReadArray(manifest, row),
                };
                if (content is not null && !content.Equals(row.ContentSha256, StringComparison.OrdinalIgnoreCase))
                    faults.Add($"{Path.Combine(manifest.Folder, row.File)}: it unpacks to {content}, its manifest says {row.ContentSha256}.");
            }
            catch (DatasetException e)
            {
                faults.Add(e.Message);
            }
        }
        return faults;
    }

    static string ReadText(DatasetManifest manifest, DatasetFile row) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(TextFormat.Read(manifest, row.File))));

    // What an IDX file or differences unpack to is not what was hashed: for those, that they read whole is the check.
    static string? ReadArray(DatasetManifest manifest, DatasetFile row)
    {
        using var file = ArrayFile.Open(manifest, row.File);
        var elements = file.Read();
        return row.Format == DatasetFormat.Raw ? Convert.ToHexStringLower(SHA256.HashData(elements)) : null;
    }
}
