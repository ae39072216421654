using GenerativeCourse.Figures;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Tests.Figures;

/// <summary>A canvas that remembers where texts stand and what colours they have.</summary>
sealed class TextBoxes : ICanvas
{
    public List<(string Text, double Left, double Top, double Right, double Bottom, Rgb Color)> All { get; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public static TextBoxes Of(Figure figure)
    {
        var boxes = new TextBoxes();
        return figure.DrawOn((width, height) =>
        {
            (boxes.Width, boxes.Height) = (width, height);
            return boxes;
        });
    }

    public void Text(string text, double x, double y, TextStyle style, Anchor anchor = Anchor.Start, bool upwards = false, Rgb? halo = null)
    {
        if (text.Length == 0) return;
        var width = style.Width(text);
        var start = anchor switch { Anchor.Middle => -width / 2, Anchor.End => -width, _ => 0 };
        var (rise, fall) = (style.Size * TextStyle.CapHeight, style.Size * 0.1);
        All.Add(upwards
            ? (text, x - rise, y - start - width, x + fall, y - start, style.Color)
            : (text, x + start, y - rise, x + start + width, y + fall, style.Color));
    }

    public void Box(double x, double y, double width, double height, Rgb color, double alpha = 1) { }

    public void Fill(Outline outline, Rgb color, double alpha = 1) { }

    public void Stroke(Outline outline, Rgb color, double width, double[]? dashes = null, double alpha = 1) { }

    public void Marks(ReadOnlySpan<Point> points, Mark mark, double size, Rgb color, double alpha = 1) { }

    public void Picture(Bitmap bitmap, double x, double y, double width, double height) { }

    public void Clip(double x, double y, double width, double height) { }

    public void Unclip() { }
}
