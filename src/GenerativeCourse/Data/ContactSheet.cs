using GenerativeCourse.Figures;
using TorchSharp;

namespace GenerativeCourse.Data;

/// <summary>Shows what a dataset holds: a picture of its images, table or sound, and the first lines of its tables and texts.</summary>
public static class ContactSheet
{
    const int Columns = 16;
    const int LinesOfText = 5;

    /// <summary>A picture of what the dataset holds: its photographs or images evenly chosen, its table's first two columns, or how four of its clips sound; null for texts.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static IPicture? Draw(DatasetManifest manifest) =>
        manifest.Files.Any(row => row.Format == DatasetFormat.Png) ? Thumbnails(manifest)
        : manifest.Files.Any(row => row.Shape.Count >= 3) ? Images(manifest)
        : manifest.Columns.Count >= 2 ? Scatter(manifest)
        : manifest.Name == "speech" ? Spectrograms(manifest)
        : null;

    static ImageGrid Thumbnails(DatasetManifest manifest)
    {
        const int side = 128, columns = 8;
        Raster[] pictures = [.. manifest.Files.Where(row => row.Format == DatasetFormat.Png).AsParallel().AsOrdered().Select(row => PngFormat.Read(manifest, row.File).InColour().Fit(side))];
        return new ImageGrid([.. pictures.SelectMany(picture => picture.Pixels)], pictures.Length, 3, side, side).Columns(columns).Title(manifest.Title).Alt($"The middle of each of the pictures of {manifest.Name}");
    }

    static ImageGrid Images(DatasetManifest manifest)
    {
        DatasetFile[] files = [.. manifest.Files.Where(row => row.Shape.Count >= 3)];
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

    static Figure Scatter(DatasetManifest manifest)
    {
        using var table = Table.Read(manifest.Name, manifest.Title);
        var (x, y) = (table.Features[.., 0], table.Features[.., 1]);
        var figure = new Figure(manifest.Title, table.Columns[0], table.Columns[1]).Size(640, 420).Alt($"The first two columns of {manifest.Name}, a point a row");
        return table.Classes.Count > 0 ? figure.ScatterByClass(x, y, table.Labels, table.Classes) : figure.Scatter(x, y);
    }

    static Figure Spectrograms(DatasetManifest manifest)
    {
        const int window = 256, hop = 64;
        SpeechClip[] clips = [.. Speech.Load().Train.Where(clip => clip.Seconds is > 1 and < 1.6).Take(4)];
        return Figure.Grid(manifest.Title, 2, clips.Select(clip =>
        {
            using var scope = torch.NewDisposeScope();
            var decibels = 20 * torch.stft(clip.Wave(), window, hop, window: torch.hann_window(window), return_complex: true).abs().clamp_min(1e-4).log10();  // (129, frames)
            return new Figure($"\u201c{clip.Words}\u201d", "seconds", "hertz").HeatMap(decibels,
                [.. Enumerable.Range(0, (int)decibels.shape[1]).Select(frame => (double)frame * hop / Speech.Rate)], [.. Enumerable.Range(0, window / 2 + 1).Select(bin => (double)bin * Speech.Rate / window)], label: "decibels");
        })).Size(900, 560).Alt("Spectrograms of four prompts: the bands of the voice's formants rise and fall with the words");
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
