using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>32 photographs in colour, 24 to train on and 8 others to test on, whole or as crops: bytes (1600, 3, 64, 64) and (400, 3, 64, 64).</summary>
public static class Photographs
{
    const int Side = 64;

    /// <summary>Loads the crops, after checking the files' sha256; a label is the number of the photograph, so that a learner too can hold whole photographs out.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load()
    {
        var manifest = DatasetManifest.Of("photographs");
        var rows = Rows(manifest);
        Raster[] pictures = [.. rows.AsParallel().AsOrdered().Select(row => Picture(manifest, row))];
        return ImageDataset.Pair("Photographs", [.. rows.Select(row => $"{row[2]}, {row[3]}, {row[4]}")], split =>
        {
            using var file = ArrayFile.Open(manifest, $"{split}-crops.gz");
            return Cut(pictures, MemoryMarshal.Cast<byte, short>(file.Read()));
        });
    }

    /// <summary>Loads the photographs whole, 256 pixels on the short side, after checking the files' sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Examples<Photograph> LoadWhole()
    {
        var manifest = DatasetManifest.Of("photographs");
        return Examples<Photograph>.Read("Photographs", split =>
            [.. Rows(manifest).Where(row => row[1] == split).Select(row => new Photograph(row[2], row[3], row[4], Picture(manifest, row)))]);
    }

    // Number, split, file, photographer, licence, package.
    static IReadOnlyList<string[]> Rows(DatasetManifest manifest) => TextFormat.ReadTable(manifest, "photographs.tsv");

    static Raster Picture(DatasetManifest manifest, string[] row) => PngFormat.Read(manifest, Path.ChangeExtension(row[2], ".png"));

    // Places: photograph, first row, first column, of one crop after the other.
    static LabelledImages Cut(Raster[] pictures, ReadOnlySpan<short> places)
    {
        var (count, channels) = (places.Length / 3, 3);
        var (images, labels) = (empty([count, channels, Side, Side], dtype: ScalarType.Byte), empty(count, dtype: ScalarType.Int64));
        var pixels = images.bytes;
        var numbers = labels.data<long>();
        for (var crop = 0; crop < count; crop++)
        {
            var (photograph, top, left) = (places[3 * crop], places[3 * crop + 1], places[3 * crop + 2]);
            var picture = pictures[photograph];
            numbers[crop] = photograph;
            for (var row = 0; row < channels * Side; row++)
            {
                var (channel, y) = Math.DivRem(row, Side);
                picture.Pixels.AsSpan((channel * picture.Height + top + y) * picture.Width + left, Side).CopyTo(pixels[((crop * channels * Side + row) * Side)..]);
            }
        }
        return new LabelledImages(images, labels);
    }
}

/// <summary>A photograph, whole.</summary>
public sealed class Photograph
{
    readonly Raster picture;

    internal Photograph(string file, string photographer, string licence, Raster picture) =>
        (File, Photographer, Licence, this.picture) = (file, photographer, licence, picture);

    /// <summary>The name of the file that it was made from.</summary>
    public string File { get; }

    /// <summary>Who took it.</summary>
    public string Photographer { get; }

    /// <summary>Its licence, as an SPDX expression.</summary>
    public string Licence { get; }

    /// <summary>Its pixels: a new tensor of bytes, (3, H, W), red, green and blue.</summary>
    public Tensor Image() => tensor(picture.Pixels, ScalarType.Byte).reshape(picture.Channels, picture.Height, picture.Width);

    /// <summary>One line.</summary>
    public override string ToString() => $"{File}, {picture.Width} x {picture.Height}, {Photographer}, {Licence}";
}
