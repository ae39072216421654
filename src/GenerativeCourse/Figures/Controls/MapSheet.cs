using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;
using GenerativeCourse.Figures.Images;
using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Figures.Controls;

/// <summary>The picture of a map: its images without gaps, y upwards, numbers beside some of the rows and columns.</summary>
sealed class MapSheet
{
    const double Density = 2, Edge = 6;

    static readonly TextStyle Label = new(11.5, Theme.Ink);

    readonly ImageBatch images;
    readonly double high, left, top, cellWidth, cellHeight;
    readonly Numbers x, y;
    readonly string[] xTexts, yTexts;
    readonly string xName, yName;
    readonly List<string> title;

    public MapSheet(ImageBatch images, double high, Numbers x, Numbers y, string xName, string yName, string? title)
    {
        (this.images, this.high, this.x, this.y, this.xName, this.yName) = (images, high, x, y, xName, yName);
        // A whole number of screen pixels to an image's pixel, so that each stays sharp.
        var scale = Math.Max(1, (int)Math.Round(Math.Min(420 * Density / (x.Count * images.Width), 420 * Density / (y.Count * images.Height))));
        (cellWidth, cellHeight) = (images.Width * scale / Density, images.Height * scale / Density);
        (xTexts, yTexts) = (Texts(x), Texts(y));
        this.title = title is null ? [] : FigurePlan.TitleText.Wrap(title, Math.Max(280, x.Count * cellWidth));
        top = Edge + (title is null ? 0 : 20 * this.title.Count + 6);
        left = Math.Ceiling(Edge + 18 + yTexts.Max(Label.Width) + 6);
    }

    public int Width => (int)Math.Ceiling(Math.Max(left + x.Count * cellWidth, Edge + title.Select(FigurePlan.TitleText.Width).DefaultIfEmpty().Max()) + 2 * Edge);

    int Height => (int)Math.Ceiling(top + y.Count * cellHeight + 40);

    public RasterCanvas Paint(int shades)
    {
        var canvas = new RasterCanvas(Width, Height, Density, Theme.Paper);
        for (var line = 0; line < title.Count; line++) canvas.Text(title[line], Edge, Edge + 13 + 20 * line, FigurePlan.TitleText);
        for (var index = 0; index < images.Count; index++)
            canvas.Picture(Picture(index, shades), left + index % x.Count * cellWidth, top + (y.Count - 1 - index / x.Count) * cellHeight, cellWidth, cellHeight);
        var bottom = top + y.Count * cellHeight;
        foreach (var column in Spread(x.Count, cellWidth, 44)) canvas.Text(xTexts[column], left + (column + 0.5) * cellWidth, bottom + 15, Label, Anchor.Middle);
        foreach (var row in Spread(y.Count, cellHeight, 36)) canvas.Text(yTexts[row], left - 6, top + (y.Count - 0.5 - row) * cellHeight + 4, Label, Anchor.End);
        canvas.Text(xName, left + x.Count * cellWidth / 2, bottom + 33, Label, Anchor.Middle);
        canvas.Text(yName, Edge + 10, top + y.Count * cellHeight / 2, Label, Anchor.Middle, upwards: true);
        return canvas;
    }

    /// <summary>What the script needs to know, in the sheet's pixels.</summary>
    public string Json() => new JsonObject
    {
        ["left"] = left * Density,
        ["top"] = top * Density,
        ["width"] = cellWidth * Density,
        ["height"] = cellHeight * Density,
        ["x"] = new JsonArray([.. xTexts.Select(text => (JsonNode)text)]),
        ["y"] = new JsonArray([.. yTexts.Select(text => (JsonNode)text)]),
        ["names"] = new JsonArray(xName, yName),
    }.ToJsonString();

    /// <summary>Some of the images with their places, in rows from the top as on the sheet: the outer ones and those between, <paramref name="side"/> along each axis where there are so many.</summary>
    public IReadOnlyList<(string Label, Bitmap Picture)> Frames(int side, int shades) =>
    [
        .. from row in Places(y.Count, side).Reverse()
           from column in Places(x.Count, side)
           select ($"{xName} = {xTexts[column]}, {yName} = {yTexts[row]}", Picture(row * x.Count + column, shades)),
    ];

    static int[] Places(int count, int side) => [.. Enumerable.Range(0, side).Select(index => index * (count - 1) / (side - 1)).Distinct()];

    Bitmap Picture(int image, int shades)
    {
        var bitmap = new Bitmap(images.Width, images.Height);
        byte Byte(int channel, int row, int column) => (byte)Math.Round(Math.Round((shades - 1) * Math.Clamp(images[image, channel, row, column] / high, 0, 1)) * 255 / (shades - 1));
        for (var row = 0; row < images.Height; row++)
            for (var column = 0; column < images.Width; column++)
                bitmap[column, row] = new(Byte(0, row, column), Byte(images.Channels / 2, row, column), Byte(images.Channels - 1, row, column));
        return bitmap;
    }

    static string[] Texts(Numbers numbers)
    {
        var step = Math.Abs(numbers[1] - numbers[0]);
        return [.. numbers.Select(value => NumberText.Fixed(value, Math.Clamp(1 - (int)Math.Floor(Math.Log10(step)), 0, 4)))];
    }

    // Which of some cells have room for a text: the outer ones, and others at equal distances.
    static IEnumerable<int> Spread(int count, double cell, double room)
    {
        var steps = Enumerable.Range(1, count - 1).First(step => step == count - 1 || (count - 1) % step == 0 && step * cell >= room);
        return Enumerable.Range(0, (count - 1) / steps + 1).Select(index => index * steps);
    }
}
