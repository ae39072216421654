using System.Text;

namespace GenerativeCourse.Data;

/// <summary>UTF-8 text, gzipped or plain.</summary>
public static class TextFormat
{
    const int MostBytes = 64 << 20;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text of one of the course's datasets, after checking its sha256.</summary>
    /// <exception cref="DatasetException">The file is missing, altered, not listed, or no UTF-8.</exception>
    public static string Read(DatasetManifest manifest, string name)
    {
        var row = manifest.File(name);
        var path = Path.Combine(manifest.Folder, name);
        return row.Format == DatasetFormat.Text ? Read(path, row.Sha256) : throw new DatasetException($"{path} is stored as {row.Format}, which is no text.");
    }

    /// <summary>Reads a text of at most 64 MiB; line ends come as they are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The sha256 of the file as it lies on disk, checked first; null to trust the file.</param>
    /// <exception cref="DatasetException">The file is missing, altered, too long, or no UTF-8.</exception>
    public static string Read(string path, string? sha256 = null)
    {
        using var file = PackedFile.Open(path, sha256);
        var bytes = file.ReadToEnd(MostBytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new DatasetException($"{path}: it is no UTF-8 text (byte {e.Index}).", e);
        }
    }

    /// <summary>Reads a table of tab-separated fields, a row a line, without its empty lines.</summary>
    /// <exception cref="DatasetException">The file is missing, altered, no UTF-8, or a row has another number of fields than the first.</exception>
    public static IReadOnlyList<string[]> ReadTable(DatasetManifest manifest, string name)
    {
        string[][] rows = [.. Read(manifest, name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
        var uneven = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        return uneven < 0 ? rows : throw new DatasetException(
            $"{Path.Combine(manifest.Folder, name)}: row {uneven + 1} has {rows[uneven].Length} fields, the first has {rows[0].Length}.");
    }
}
