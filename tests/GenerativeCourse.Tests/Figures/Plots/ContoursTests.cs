using GenerativeCourse.Figures;
using GenerativeCourse.Figures.Drawing;
using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Tests.Figures.Plots;

public sealed class ContoursTests
{
    static readonly Matrix Cone = Matrix.Of(41, 41, (row, column) => -Math.Sqrt((row - 20) * (row - 20) + (column - 20) * (column - 20)));

    [Theory, InlineData(true), InlineData(false)]
    public void Follow_a_circle_of_equal_height(bool closed)
    {
        var lines = Contours.At(Cone, -12, closed);
        Assert.Equal(1, lines.Parts);
        Assert.True(lines.IsClosed(0));
        foreach (var point in lines.Part(0)) Assert.Equal(12, Math.Sqrt((point.X - 20) * (point.X - 20) + (point.Y - 20) * (point.Y - 20)), 0.02);
        Assert.Equal(Math.PI * 144, Area(lines), 2.0);
    }

    [Fact]
    public void Stop_at_the_border_when_open_and_follow_it_when_closed()
    {
        var slope = Matrix.Of(5, 9, (_, column) => column);
        var open = Contours.At(slope, 2.5, closed: false);
        Assert.Equal(1, open.Parts);
        Assert.False(open.IsClosed(0));
        Assert.All(open.Part(0).ToArray(), point => Assert.Equal(2.5, point.X, 12));
        Assert.Equal(4 * 5.5, Area(Contours.At(slope, 2.5, closed: true)), 9);
    }

    [Fact]
    public void Leave_out_what_is_not_a_number()
    {
        var table = Matrix.Of(5, 5, (row, column) => row == 2 && column == 2 ? double.NaN : 1);
        Assert.Equal(16 - 2, Area(Contours.At(table, 0.5, closed: true)), 2.01);
    }

    static double Area(Outline lines)
    {
        var twice = 0.0;
        for (var part = 0; part < lines.Parts; part++)
        {
            var points = lines.Part(part);
            for (var index = 0; index < points.Length; index++)
            {
                var (a, b) = (points[index], points[(index + 1) % points.Length]);
                twice += a.X * b.Y - b.X * a.Y;
            }
        }
        return Math.Abs(twice) / 2;
    }
}
