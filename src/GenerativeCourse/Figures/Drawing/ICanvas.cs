namespace GenerativeCourse.Figures.Drawing;

/// <summary>What a figure is drawn on; all lengths are CSS pixels, y down.</summary>
interface ICanvas
{
    /// <summary>Fills a rectangle whose edges are crisp.</summary>
    void Box(double x, double y, double width, double height, Rgb color, double alpha = 1);

    /// <summary>Fills closed outlines; parts that wind the other way are holes.</summary>
    void Fill(Outline outline, Rgb color, double alpha = 1);

    /// <summary>Draws lines with round joins; <paramref name="dashes"/> are lengths on and off.</summary>
    void Stroke(Outline outline, Rgb color, double width, double[]? dashes = null, double alpha = 1);

    /// <summary>Draws equal marks with their centres at the points.</summary>
    void Marks(ReadOnlySpan<Point> points, Mark mark, double size, Rgb color, double alpha = 1);

    /// <summary>Sets one line of text on its baseline; <paramref name="upwards"/> turns it by a quarter to the left.</summary>
    void Text(string text, double x, double y, TextStyle style, Anchor anchor = Anchor.Start, bool upwards = false, Rgb? halo = null);

    /// <summary>Draws a picture into a rectangle, each of its pixels a sharp box.</summary>
    void Picture(Bitmap bitmap, double x, double y, double width, double height);

    /// <summary>Bounds what follows to a rectangle, until <see cref="Unclip"/>.</summary>
    void Clip(double x, double y, double width, double height);

    /// <summary>Ends <see cref="Clip"/>.</summary>
    void Unclip();
}

/// <summary>The shape of a mark in a scatter plot.</summary>
enum Mark
{
    Circle,
    Square,
    Diamond,
    Triangle,
    Cross,
}
