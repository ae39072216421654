namespace GenerativeCourse.Figures.Drawing;

/// <summary>The outlines of marks around the origin, of about equal area.</summary>
static class MarkShape
{
    public static Outline Of(Mark mark, double radius) => mark switch
    {
        Mark.Square => Polygon(radius * 0.89, (-1, -1), (1, -1), (1, 1), (-1, 1)),
        Mark.Diamond => Polygon(radius * 1.25, (0, -1), (1, 0), (0, 1), (-1, 0)),
        Mark.Triangle => Polygon(radius * 1.2, (0, -1), (0.95, 0.75), (-0.95, 0.75)),
        Mark.Cross => Polygon(radius * 0.42, (-1, 0), (-3, -2), (-2, -3), (0, -1), (2, -3), (3, -2), (1, 0), (3, 2), (2, 3), (0, 1), (-2, 3), (-3, 2)),
        _ => new Outline().Circle(0, 0, radius, radius < 3 ? 12 : radius < 10 ? 20 : 40),
    };

    static Outline Polygon(double size, params (double X, double Y)[] corners)
    {
        var outline = new Outline().MoveTo(corners[0].X * size, corners[0].Y * size);
        foreach (var (x, y) in corners[1..]) outline.LineTo(x * size, y * size);
        return outline.Close();
    }
}
