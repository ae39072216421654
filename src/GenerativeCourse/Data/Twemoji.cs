using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Icons in colour from Twemoji: bytes (1516, 3, 64, 64) and (390, 3, 64, 64), nine classes; icons that look alike stand on one side.</summary>
public static class Twemoji
{
    /// <summary>Loads them on paper of one grey, after checking their sha256.</summary>
    /// <param name="paper">The grey behind what is clear: 255 white to 0 black.</param>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load(byte paper = 255)
    {
        var manifest = DatasetManifest.Of("twemoji");
        return ImageDataset.Pair("Twemoji", manifest.Classes, split => new LabelledImages(
            OnPaper(manifest, $"{split}-images.gz", paper), StoredTensor.ReadLabels(manifest, $"{split}-labels.gz")));
    }

    /// <summary>The names of the icons, in the order of the images: split is <c>train</c> or <c>test</c>.</summary>
    public static IReadOnlyList<string> Names(string split) => [.. TextFormat.ReadTable(DatasetManifest.Of("twemoji"), $"{split}-names.tsv").Select(row => row[1])];

    static Tensor OnPaper(DatasetManifest manifest, string name, byte paper)
    {
        using var file = ArrayFile.Open(manifest, name);
        var (count, pixels) = ((int)file.Shape[0], (int)(file.Shape[2] * file.Shape[3]));
        var stored = file.Read();
        var icons = empty([count, 3, file.Shape[2], file.Shape[3]], dtype: ScalarType.Byte).DetachFromDisposeScope();
        var target = icons.bytes;
        for (var icon = 0; icon < count; icon++)
        {
            var opacity = stored.AsSpan((icon * 4 + 3) * pixels, pixels);
            for (var channel = 0; channel < 3; channel++)
            {
                var colour = stored.AsSpan((icon * 4 + channel) * pixels, pixels);
                var drawn = target.Slice((icon * 3 + channel) * pixels, pixels);
                for (var i = 0; i < pixels; i++)
                    drawn[i] = (byte)((colour[i] * opacity[i] + paper * (255 - opacity[i]) + 127) / 255);
            }
        }
        return icons;
    }
}
