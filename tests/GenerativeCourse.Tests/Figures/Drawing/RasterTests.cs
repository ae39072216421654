using GenerativeCourse.Figures;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Tests.Figures.Drawing;

public sealed class RasterTests
{
    static readonly Rgb Black = "#000000", White = "#FFFFFF";

    [Fact]
    public void Covers_a_circle_by_its_area()
    {
        var canvas = new RasterCanvas(100, 100, 1, White);
        canvas.Fill(new Outline().Circle(50.3, 49.6, 30, 200), Black);
        Assert.Equal(Math.PI * 900, Inked(canvas), 15.0);
    }

    [Fact]
    public void Leaves_a_hole_where_a_part_winds_the_other_way()
    {
        var canvas = new RasterCanvas(40, 40, 1, White);
        canvas.Fill(Square(5, 5, 35, 35).MoveTo(10, 10).LineTo(10, 30).LineTo(30, 30).LineTo(30, 10).Close(), Black);
        Assert.Equal(500, Inked(canvas), 0.5);
        Assert.Equal(White, canvas.Bitmap[20, 20]);
    }

    [Fact]
    public void Shades_a_half_covered_pixel_half()
    {
        var canvas = new RasterCanvas(10, 10, 1, White);
        canvas.Fill(Square(2.5, 2, 4, 4), Black);
        Assert.InRange(canvas.Bitmap[2, 2].R, 126, 129);
        Assert.Equal(Black, canvas.Bitmap[3, 3]);
        Assert.Equal(White, canvas.Bitmap[4, 3]);
    }

    [Fact]
    public void Strokes_a_line_by_its_length_times_its_width()
    {
        var canvas = new RasterCanvas(100, 100, 1, White);
        canvas.Stroke(new Outline().MoveTo(10, 20).LineTo(90, 80), Black, 3);
        Assert.Equal(300, Inked(canvas), 4.0);
    }

    [Fact]
    public void Draws_nothing_outside_its_clip()
    {
        var canvas = new RasterCanvas(60, 60, 1, White);
        canvas.Clip(20, 20, 20, 20);
        canvas.Fill(Square(-500, -30, 700, 90), Black);
        canvas.Stroke(new Outline().MoveTo(-100, 30).LineTo(200, 31), Black, 8);
        canvas.Unclip();
        Assert.Equal(400, Inked(canvas), 0.5);
    }

    [Fact]
    public void Crossing_lines_and_sharp_corners_leave_no_gap()
    {
        var canvas = new RasterCanvas(60, 60, 1, White);
        canvas.Stroke(new Outline().MoveTo(5, 5).LineTo(55, 30).LineTo(5, 32).LineTo(55, 55).LineTo(30, 2), Black, 6);
        foreach (var (x, y) in new[] { (52, 29), (10, 32), (52, 53), (38, 20) }) Assert.Equal(Black, canvas.Bitmap[x, y]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Sharp_corners_are_round_on_the_outside(bool mirrored)
    {
        var canvas = new RasterCanvas(60, 60, 1, White);
        double Y(double y) => mirrored ? 60 - y : y;
        canvas.Stroke(new Outline().MoveTo(5, Y(5)).LineTo(50, Y(30)).LineTo(5, Y(40)), Black, 8);
        Assert.Equal(Black, canvas.Bitmap[52, 30]);
        Assert.Equal(White, canvas.Bitmap[55, 30]);
    }

    [Theory]
    [InlineData("Training loss (nats), −1.5×10⁻³ …")]
    [InlineData("αβγδεζηθλμνξπρστφχψω ΓΔΘΛΣΦΨΩ ∑∏∫∂∇√∞≈≤≥∈∝‖⟨⟩→ℒ𝔼ℝ𝒩")]
    [InlineData("x₀ xₜ σ² zᵢ x̂ éüñß “q(z|x)”")]
    public void Has_a_glyph_for_what_lectures_write(string text)
    {
        foreach (var character in text.EnumerateRunes()) Assert.NotEqual(0, TrueTypeFont.Regular.Glyph(character));
    }

    [Fact]
    public void Sets_text_where_it_was_measured()
    {
        var style = new TextStyle(20, Black);
        foreach (var text in new[] { "HHHH", "AVATo", "0.0025" })
        {
            var canvas = new RasterCanvas(200, 60, 1, White);
            canvas.Text(text, 150, 40, style, Anchor.End);
            var columns = Enumerable.Range(0, 200).Where(x => Enumerable.Range(0, 60).Any(y => canvas.Bitmap[x, y] != White)).ToArray();
            Assert.InRange(columns[^1], 144, 150);
            Assert.InRange(columns[0], 149 - style.Width(text), 155 - style.Width(text));
        }
        Assert.Equal(style.Width("H"), style.Width("H\u0302"));
    }

    static Outline Square(double left, double top, double right, double bottom) =>
        new Outline().MoveTo(left, top).LineTo(right, top).LineTo(right, bottom).LineTo(left, bottom).Close();

    static double Inked(RasterCanvas canvas) => canvas.Bitmap.Pixels.Sum(value => (255 - value) / 255.0) / 3;
}
