using GenerativeCourse.Figures.Display;
using GenerativeCourse.Figures.Drawing;
using GenerativeCourse.Figures.Images;

namespace GenerativeCourse.Figures;

/// <summary>
/// Shows a batch of images as one sharp picture, with a title, row and column labels and captions.
/// Images are (N, 1, H, W), (N, 3, H, W), (N, H, W) or (H, W); values outside the range take its nearer end.
/// </summary>
[TypeFormatterSource(typeof(ImageGridFormatters), PreferredMimeTypes = ["image/png", "text/html", "text/plain"])]
public sealed partial class ImageGrid : IPicture
{
    internal ImageGrid(ImageBatch images, double low, double high) => (Images, Low, High) = (images, low, high);

    /// <summary>Numbers in [0, 1] (see <see cref="Range"/> for others) in the order of the shape.</summary>
    public ImageGrid(float[] pixels, params int[] shape) : this(ImageBatch.Of(pixels, [.. shape.Select(n => (long)n)]), 0, 1) { }

    /// <summary>Bytes, 0 to 255, in the order of the shape.</summary>
    public ImageGrid(byte[] pixels, params int[] shape) : this(ImageBatch.Of([.. pixels.Select(value => (float)value)], [.. shape.Select(n => (long)n)]), 0, 255) { }

    /// <summary>A single image of one channel: rows, columns, numbers in [0, 1].</summary>
    public ImageGrid(float[,] pixels) : this([.. pixels.Cast<float>()], pixels.GetLength(0), pixels.GetLength(1)) { }

    /// <summary>What the picture shows, for those who do not see it; null until <see cref="Alt"/> says it.</summary>
    public string? AltText { get; private set; }

    internal ImageBatch Images { get; }

    internal double Low { get; private set; }

    internal double High { get; private set; }

    internal string? Heading { get; private set; }

    internal int? ColumnCount { get; private set; }

    internal int? PixelScale { get; private set; }

    internal double Gap { get; private set; } = 2;

    internal ColorMap Map { get; private set; } = ColorMap.Gray;

    internal IReadOnlyList<string> RowTexts { get; private set; } = [];

    internal IReadOnlyList<string> ColumnTexts { get; private set; } = [];

    internal IReadOnlyList<string> CaptionTexts { get; private set; } = [];

    /// <summary>A line above the images.</summary>
    public ImageGrid Title(string title) => With(() => Heading = title);

    /// <summary>Says in words what the picture shows; every picture in a lecture has it.</summary>
    public ImageGrid Alt(string text) => With(() => AltText = text);

    /// <summary>The number of images in a row; by default up to ten.</summary>
    public ImageGrid Columns(int columns) =>
        columns < 1 ? throw new ArgumentOutOfRangeException(nameof(columns), $"{columns} columns hold no image; give 1 or more.") : With(() => ColumnCount = columns);

    /// <summary>The numbers shown as black and white (or as the ends of the colour map), for example -1 and 1.</summary>
    public ImageGrid Range(double low, double high) =>
        !(low < high) ? throw new ArgumentException($"The range [{low}, {high}] is empty; low must be below high.") : With(() => (Low, High) = (low, high));

    /// <summary>Screen pixels to a side of an image's pixel, at twice the CSS density; by default as many as fit well.</summary>
    public ImageGrid Scale(int pixels) =>
        pixels < 1 ? throw new ArgumentOutOfRangeException(nameof(pixels), $"A scale of {pixels} shows nothing; give 1 or more.") : With(() => PixelScale = pixels);

    /// <summary>The gap between images in CSS pixels.</summary>
    public ImageGrid Padding(double gap) => With(() => Gap = Math.Max(0, gap));

    /// <summary>The colours of images of one channel.</summary>
    public ImageGrid Colors(ColorMap map) => Images.Channels == 1
        ? With(() => Map = map)
        : throw new InvalidOperationException("A colour map is for images of one channel; these have three, which are their colours.");

    /// <summary>A label left of each row, from the top; their number sets the number of rows where columns are not set.</summary>
    public ImageGrid RowLabels(params IEnumerable<string> labels) => With(() => RowTexts = [.. labels]);

    /// <summary>A label above each column; their number sets the number of columns where it is not set.</summary>
    public ImageGrid ColumnLabels(params IEnumerable<string> labels) => With(() => ColumnTexts = [.. labels]);

    /// <summary>A line below each image, in the order of the images.</summary>
    public ImageGrid Captions(params IEnumerable<string> captions) => With(() => CaptionTexts = [.. captions]);

    /// <summary>The picture as a PNG file at twice the CSS density.</summary>
    public byte[] ToPng() => ImageGridPainter.Paint(this).ToPng(AltText);

    RasterCanvas IPicture.Paint() => ImageGridPainter.Paint(this);

    (string Address, int Width) IPicture.Embed()
    {
        var canvas = ImageGridPainter.Paint(this);
        return (PictureHtml.Address(canvas.ToPng(null)), canvas.Bitmap.Width / 2);
    }

    /// <summary>The picture as an HTML image.</summary>
    public string ToHtml() => PictureHtml.Image(ToPng(), AltText ?? ToString());

    /// <summary>Writes the picture; the name ends in .png or .html.</summary>
    public void Save(string path) => PictureFile.Save(path, (".png", ToPng), (".html", () => PictureHtml.Page(Heading, ToHtml())));

    /// <summary>One line that says what is shown.</summary>
    public override string ToString()
    {
        var (columns, rows) = ImageGridPainter.Grid(this);
        var (low, high) = Images.Extent();
        var slack = 1e-3 * (High - Low);
        var clipped = low < Low - slack || high > High + slack ? FormattableString.Invariant($"; values from {low:G3} to {high:G3} shown in [{Low:G3}, {High:G3}]") : "";
        var name = Heading is null ? "ImageGrid" : $"ImageGrid \"{Heading}\"";
        return $"{name}: {Images.Count} {(Images.Channels == 3 ? "colour " : "")}image{(Images.Count == 1 ? "" : "s")} of {Images.Height} × {Images.Width}, {rows} × {columns}{clipped}{(AltText is null ? "" : $" — {AltText}")}";
    }

    ImageGrid With(Action set)
    {
        set();
        return this;
    }
}
