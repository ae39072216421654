using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Images;

/// <summary>Lays an image grid out and draws it at twice the CSS density.</summary>
static class ImageGridPainter
{
    const double Density = 2, PageWidth = 700, LargestImage = 112, Edge = 8;

    static readonly Rgb Outline = "#C4C4C4";

    static readonly TextStyle Title = new(15, Theme.Ink, Bold: true), Label = new(12, Theme.Ink), Caption = new(11, Theme.Ink);

    /// <summary>The number of columns and rows.</summary>
    public static (int Columns, int Rows) Grid(ImageGrid grid)
    {
        var count = grid.Images.Count;
        var columns = grid.ColumnCount
            ?? (grid.ColumnTexts.Count > 0 ? grid.ColumnTexts.Count
            : grid.RowTexts.Count > 0 ? (count + grid.RowTexts.Count - 1) / grid.RowTexts.Count
            : count <= 10 ? count
            : count % 10 == 0 ? 10
            : count % 8 == 0 ? 8
            : Math.Min(10, (int)Math.Ceiling(Math.Sqrt(count))));
        var rows = (count + columns - 1) / columns;
        Demand(grid.RowTexts.Count, rows, "row labels", "rows");
        Demand(grid.ColumnTexts.Count, columns, "column labels", "columns");
        Demand(grid.CaptionTexts.Count, count, "captions", "images");
        return (columns, rows);
    }

    public static RasterCanvas Paint(ImageGrid grid)
    {
        var (columns, rows) = Grid(grid);
        var images = grid.Images;
        var labels = grid.RowTexts.Select(text => Label.Wrap(text, 120)).ToArray();
        var left = labels.Length == 0 ? 0 : Math.Ceiling(labels.Max(lines => lines.Max(Label.Width))) + 8;

        var scale = grid.PixelScale ?? Fit(images, columns, PageWidth - left - 2 * Edge, grid.Gap);
        double width = images.Width * scale / Density, height = images.Height * scale / Density;
        var (stepX, stepY) = (width + grid.Gap, height + grid.Gap + (grid.CaptionTexts.Count > 0 ? 18 : 0));
        var heads = grid.ColumnTexts.Select(text => Label.Wrap(text, Math.Max(stepX - 4, 24))).ToArray();

        var total = left + columns * stepX - grid.Gap + 2 * Edge;
        var title = grid.Heading is null ? [] : Title.Wrap(grid.Heading, Math.Max(total, 280) - 2 * Edge);
        total = Math.Max(total, title.Select(Title.Width).DefaultIfEmpty().Max() + 2 * Edge);
        var headTop = Edge + title.Count * 20 + (title.Count > 0 ? 4 : 0);
        var top = headTop + (heads.Length == 0 ? 0 : heads.Max(lines => lines.Count) * 15 + 4);

        var canvas = new RasterCanvas((int)Math.Ceiling(total), (int)Math.Ceiling(top + rows * stepY - grid.Gap + Edge), Density, Theme.Paper);
        for (var line = 0; line < title.Count; line++) canvas.Text(title[line], Edge, Edge + 14 + 20 * line, Title);
        for (var column = 0; column < heads.Length; column++)
            Lines(canvas, heads[column], Edge + left + column * stepX + width / 2, top - 4 - 15 * heads[column].Count + 11, Anchor.Middle);
        for (var row = 0; row < labels.Length; row++)
            Lines(canvas, labels[row], Edge + left - 8, top + row * stepY + height / 2 - 15 * (labels[row].Count - 1) / 2.0 + 4, Anchor.End);
        for (var image = 0; image < images.Count; image++)
        {
            var (x, y) = (Edge + left + image % columns * stepX, top + image / columns * stepY);
            var picture = Picture(grid, image);
            // White paper would swallow the edge of a bright image.
            if (IsBright(picture)) canvas.Box(x - 0.5, y - 0.5, width + 1, height + 1, Outline);
            canvas.Picture(picture, x, y, width, height);
            if (grid.CaptionTexts.Count > 0)
                canvas.Text(Caption.Fit(grid.CaptionTexts[image], stepX), x + width / 2, y + height + 13, Caption, Anchor.Middle);
        }
        return canvas;
    }

    static void Lines(RasterCanvas canvas, List<string> lines, double x, double y, Anchor anchor)
    {
        for (var line = 0; line < lines.Count; line++) canvas.Text(lines[line], x, y + 15 * line, Label, anchor);
    }

    static int Fit(ImageBatch images, int columns, double width, double gap)
    {
        var room = (width - (columns - 1) * gap) * Density / (columns * images.Width);
        return Math.Max(1, (int)Math.Min(room, LargestImage * Density / Math.Max(images.Width, images.Height)));
    }

    static bool IsBright(Bitmap picture)
    {
        var bright = 0;
        for (var x = 0; x < picture.Width; x++)
            bright += (picture[x, 0].Luminance > 0.7 ? 1 : 0) + (picture[x, picture.Height - 1].Luminance > 0.7 ? 1 : 0);
        return bright > picture.Width;
    }

    static Bitmap Picture(ImageGrid grid, int image)
    {
        var images = grid.Images;
        var bitmap = new Bitmap(images.Width, images.Height);
        double Value(int channel, int y, int x) => (images[image, channel, y, x] - grid.Low) / (grid.High - grid.Low);
        byte Byte(int channel, int y, int x) => (byte)Math.Round(255 * Math.Clamp(Value(channel, y, x), 0, 1));
        for (var y = 0; y < images.Height; y++)
            for (var x = 0; x < images.Width; x++)
                bitmap[x, y] = images.Channels == 3 ? new(Byte(0, y, x), Byte(1, y, x), Byte(2, y, x)) : grid.Map.At(Value(0, y, x));
        return bitmap;
    }

    static void Demand(int given, int needed, string what, string of)
    {
        if (given > 0 && given != needed) throw new ArgumentException($"{given} {what} were given for {needed} {of}; give one for each.");
    }
}
