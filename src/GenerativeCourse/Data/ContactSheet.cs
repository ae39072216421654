using GenerativeCourse.Figures;

namespace GenerativeCourse.Data;

/// <summary>Shows what a dataset holds: its images as one picture, its tables and texts as lines.</summary>
public static class ContactSheet
{
    const int Columns = 16;
    const int LinesOfText = 5;

    /// <summary>A picture of the dataset's images, evenly chosen, a row or more a file; null where it holds none.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageGrid? Draw(DatasetManifest manifest)
    {
        DatasetFile[] files = [.. manifest.Files.Where(row => row.Shape.Count >= 3)];
        if (files.Length == 0)
            return null;
        var rowsEach = Math.Max(1, 8 / files.Length);
        var (labels, pixels) = (new List<string>(), new List<byte>());
        var (height, width) = ((int)files[0].Shape[^2], (int)files[0].Shape[^1]);
        foreach (var row in files)
        {
            using var file = ArrayFile.Open(manifest, row.File);
            pixels.AddRange(Chosen(row, file.Read(), rowsEach * Columns));
            labels.AddRange(Enumerable.Range(0, rowsEach).Select(line => line == 0 ? row.File[..row.File.IndexOf('.')] : ""));
        }
        return new ImageGrid([.. pixels], labels.Count * Columns, 3, height, width).Columns(Columns).RowLabels(labels).Title(manifest.Title).Alt($"Images of {manifest.Name}, evenly chosen");
    }

    /// <summary>The first lines of the dataset's tables and texts.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static IEnumerable<string> Lines(DatasetManifest manifest)
    {
        foreach (var row in manifest.Files)
        {
            if (row.Format == DatasetFormat.Text)
            {
                yield return $"{row.File}: {row.About}";
                foreach (var line in TextFormat.Read(manifest, row.File).Split('\n').Take(LinesOfText))
                    yield return $"  {line}";
            }
            else if (row is { Type: ElementType.Float64, Shape: [_, var columns] })
            {
                using var file = ArrayFile.Open(manifest, row.File);
                var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(file.Read()).ToArray();
                yield return $"{row.File}: {string.Join(", ", manifest.Columns)}";
                foreach (var line in numbers.Chunk((int)columns).Take(LinesOfText))
                    yield return $"  {string.Join("\t", line.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)))}";
            }
        }
    }

    // Some of a file's images as red, green and blue bytes, spread evenly over it.
    static IEnumerable<byte> Chosen(DatasetFile row, byte[] stored, int wanted)
    {
        var (count, area) = ((int)row.Shape[0], (int)(row.Shape[^1] * row.Shape[^2]));
        var channels = row.Shape.Count == 4 ? (int)row.Shape[1] : 1;
        var bytes = row.Type == ElementType.Int16 ? Window(stored) : stored;
        // Labels and the 8x8 digits do not reach 255.
        var white = Math.Max((byte)1, bytes.Max());
        for (var i = 0; i < wanted; i++)
        {
            var image = wanted == 1 ? 0 : (int)((long)i * (count - 1) / (wanted - 1));
            for (var channel = 0; channel < 3; channel++)
            {
                var start = (image * channels + Math.Min(channel, channels - 1)) * area;
                var opacity = (image * channels + 3) * area;
                for (var pixel = 0; pixel < area; pixel++)
                {
                    var value = bytes[start + pixel] * 255 / white;
                    yield return (byte)(channels == 4 ? 255 - bytes[opacity + pixel] * (255 - value) / 255 : value);
                }
            }
        }
    }

    // Hounsfield units from -1000 to 400 as bytes.
    static byte[] Window(byte[] stored) =>
        [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(stored).ToArray().Select(value => (byte)Math.Clamp((value + 1000) * 255 / 1400, 0, 255))];
}
