using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenerativeCourse.Data;

/// <summary>What a dataset's <c>manifest.json</c> says: where it comes from, what its licence asks, and each file's shape, type and sha256.</summary>
public sealed record DatasetManifest
{
    /// <summary>The name of the manifest in a dataset's folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The folder's name, such as <c>mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>The licence of the data, as an SPDX expression where there is one.</summary>
    public required string Licence { get; init; }

    /// <summary>Whom and what to name wherever the data, pictures of it or weights trained on it are shown.</summary>
    public required string Attribution { get; init; }

    /// <summary>The package, its version and the path inside it that <c>course data build</c> remakes the files from.</summary>
    public required string Source { get; init; }

    /// <summary>How the files were made from the source.</summary>
    public required string Made { get; init; }

    // The generated reader sets what the file leaves out to null.
    /// <summary>What labels stand for, in their order; empty where there are none.</summary>
    public IReadOnlyList<string> Classes { get; init => field = value ?? []; } = [];

    /// <summary>What the columns of a table hold, with their units; empty where there is no table.</summary>
    public IReadOnlyList<string> Columns { get; init => field = value ?? []; } = [];

    /// <summary>The files.</summary>
    public required IReadOnlyList<DatasetFile> Files { get; init; }

    /// <summary>The folder that the manifest lies in.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>Reads the manifest of one of the course's datasets.</summary>
    /// <exception cref="DatasetException">The dataset or its manifest is missing, or the manifest is malformed.</exception>
    public static DatasetManifest Of(string name) => Read(DatasetFolder.Of(name));

    /// <summary>Reads the manifest in a folder.</summary>
    /// <exception cref="DatasetException">It is missing or malformed.</exception>
    public static DatasetManifest Read(string folder)
    {
        const int mostBytes = 4 << 20;
        var path = Path.Combine(folder, FileName);
        using var file = PackedFile.Open(path);
        try
        {
            var manifest = JsonSerializer.Deserialize(file.ReadToEnd(mostBytes), ManifestJson.Default.DatasetManifest)
                ?? throw new DatasetException($"{path}: it is empty.");
            foreach (var row in manifest.Files)
                row.Check(path);
            return manifest with { Folder = folder };
        }
        catch (JsonException e)
        {
            throw new DatasetException($"{path}: line {e.LineNumber + 1}: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>The row of one file.</summary>
    /// <exception cref="DatasetException">The manifest does not list it.</exception>
    public DatasetFile File(string name) => Files.FirstOrDefault(row => row.File == name)
        ?? throw new DatasetException($"{Path.Combine(Folder, FileName)} does not list '{name}'.");
}

/// <summary>One file of a dataset.</summary>
public sealed record DatasetFile
{
    /// <summary>Its name in the dataset's folder.</summary>
    public required string File { get; init; }

    /// <summary>How to read it.</summary>
    public required DatasetFormat Format { get; init; }

    /// <summary>The sha256 of the file as it lies on disk.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The sha256 of what it unpacks to, which does not depend on the packer.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>The element type.</summary>
    public ElementType Type { get; init; }

    /// <summary>The sides.</summary>
    public IReadOnlyList<long> Shape { get; init => field = value ?? []; } = [];

    /// <summary>What each side runs over, such as image, row, column.</summary>
    public IReadOnlyList<string> Axes { get; init => field = value ?? []; } = [];

    /// <summary>The step along each axis in millimetres, zero where it is no length; empty where no axis is.</summary>
    public IReadOnlyList<double> Spacing { get; init => field = value ?? []; } = [];

    /// <summary>What the file holds, for people.</summary>
    public string About { get; init => field = value ?? ""; } = "";

    internal void Check(string path)
    {
        if (File.Length == 0 || File != Path.GetFileName(File) || File is "." or "..")
            throw new DatasetException($"{path}: '{File}' is not the name of a file in this folder.");
        if (!IsSha256(Sha256) || !IsSha256(ContentSha256))
            throw new DatasetException($"{path}: {File}: a sha256 is 64 hexadecimal digits.");
        if (Axes.Count != Shape.Count && Axes.Count != 0)
            throw new DatasetException($"{path}: {File}: {Shape.Count} sides but {Axes.Count} axes.");
    }

    static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}

/// <summary>How a file of a dataset is stored.</summary>
public enum DatasetFormat
{
    /// <summary>IDX, see <see cref="IdxFormat"/>.</summary>
    Idx,

    /// <summary>The elements alone, in row-major order and little-endian; shape and type stand in the manifest.</summary>
    Raw,

    /// <summary>As <see cref="Raw"/>, but of bytes, each less the one before it (the first as it is), which packs photographs better.</summary>
    Delta,

    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>A picture, of (channel, row, column) once read.</summary>
    Png,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DatasetManifest))]
sealed partial class ManifestJson : JsonSerializerContext;
