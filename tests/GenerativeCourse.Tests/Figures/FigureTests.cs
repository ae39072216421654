using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenerativeCourse.Figures;
using GenerativeCourse.Tests.Figures.Drawing;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Tests.Figures;

public sealed class FigureTests
{
    public static TheoryData<string> Names => [.. SampleFigures.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Texts_stand_within_the_picture_and_apart_from_each_other(string name)
    {
        var canvas = TextBoxes.Of(SampleFigures.All[name]());
        var boxes = canvas.All;
        Assert.NotEmpty(boxes);
        foreach (var box in boxes)
        {
            Assert.True(box is { Left: >= 0, Top: >= 0 } && box.Right <= canvas.Width && box.Bottom <= canvas.Height, $"\"{box.Text}\" leaves the picture");
            Assert.True(name is "heat map" or "confusion" || box.Color.Contrast(Theme.Paper) >= 4.5, $"\"{box.Text}\" is too pale");
        }
        for (var one = 0; one < boxes.Count; one++)
            for (var two = one + 1; two < boxes.Count; two++)
            {
                var (a, b) = (boxes[one], boxes[two]);
                Assert.False(a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom, $"\"{a.Text}\" and \"{b.Text}\" overlap");
            }
    }

    [Theory, MemberData(nameof(Names))]
    public void Is_well_formed_svg_and_plotly(string name)
    {
        var figure = SampleFigures.All[name]().Alt("a < b & c");
        var svg = XDocument.Parse(figure.ToSvg()).Root!;
        Assert.Equal("a < b & c", svg.Attribute("aria-label")!.Value);
        var json = JsonNode.Parse(figure.ToPlotlyJson())!;
        Assert.NotEmpty(json["data"]!.AsArray());
        Assert.All(json["data"]!.AsArray(), trace => Assert.Contains((string)trace!["type"]!, new[] { "scatter", "bar", "heatmap", "contour" }));
        Assert.Equal(figure.ToSvg(), figure.ToSvg());
    }

    [Fact]
    public void Draws_a_line_where_its_axes_say()
    {
        var figure = new Figure().XRange(0, 4).YRange(0, 4).Line([0, 4], [2, 2], color: "#FF0000", width: 4).Size(300, 200);
        var file = new PngFile(figure.ToPng());
        var boxes = TextBoxes.Of(figure).All;
        // The tick's text is centred on its tick.
        var tick = boxes.Where(box => box.Text == "2").MinBy(box => box.Left);
        var row = (int)Math.Round(tick.Top + tick.Bottom - 1.15);
        Assert.Equal((255, 0, 0), file[300, row]);
        Assert.NotEqual((255, 0, 0), file[300, row - 8]);
        Assert.NotEqual((255, 0, 0), file[300, row + 8]);
    }

    [Fact]
    public void A_gap_stands_where_a_number_is_missing()
    {
        var svg = new Figure().Line([1, 2, double.NaN, 4, 5]).ToSvg();
        Assert.Contains(XDocument.Parse(svg).Descendants(), e => e.Attribute("stroke")?.Value == "#0072B2" && e.Attribute("d")!.Value.Count(c => c == 'M') == 2);
        Assert.Contains("[1,2,null,4,5]", new Figure().Line([1, 2, double.NaN, 4, 5]).ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_point_of_a_line_is_a_dot() => Assert.Contains("<circle", new Figure().Line([3]).ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void The_columns_of_a_table_are_counted_by_whole_numbers() =>
        Assert.Equal(["0", "0", "1", "1"], TextBoxes.Of(new Figure().HeatMap(new double[2, 2], colorBar: false)).All.Select(box => box.Text).Order());

    [Fact]
    public void An_axis_with_ticks_of_its_own_stays_logarithmic()
    {
        var json = JsonNode.Parse(new Figure().Line([1, 10, 100], [1, 2, 3]).LogX().XTicks([1, 10, 100]).ToPlotlyJson())!;

        Assert.Equal("log", (string?)json["layout"]!["xaxis"]!["type"]);
        Assert.Equal([1, 10, 100], json["layout"]!["xaxis"]!["tickvals"]!.AsArray().Select(tick => (double)tick!));
    }

    [Fact]
    public void Plotly_gets_the_same_ranges_names_and_axes()
    {
        var json = JsonNode.Parse(SampleFigures.All["logarithmic"]().ToPlotlyJson())!;
        Assert.Equal("log", (string?)json["layout"]!["xaxis"]!["type"]);
        Assert.Equal(-5, (double)json["layout"]!["xaxis"]!["range"]![0]!, 3);
        Assert.Equal("learning rate", (string?)json["layout"]!["xaxis"]!["title"]!["text"]);
        Assert.Equal("dash", (string?)json["data"]![1]!["line"]!["dash"]);
        Assert.Equal("SGD", (string?)json["data"]![1]!["name"]);
        var grid = JsonNode.Parse(SampleFigures.All["grid"]().ToPlotlyJson())!;
        Assert.Equal("x4", (string?)grid["data"]!.AsArray().Last()!["xaxis"]);
        Assert.NotNull(grid["layout"]!["yaxis4"]);
        var moving = JsonNode.Parse(SampleFigures.All["animation"]().ToPlotlyJson())!;
        Assert.Equal(8, moving["frames"]!.AsArray().Count);
        Assert.Equal("350", (string?)moving["layout"]!["sliders"]![0]!["steps"]![7]!["label"]);
    }

    [Fact]
    public void Plotly_does_not_read_our_text_as_html() =>
        Assert.Equal("p(x&lt;0) &amp; q", (string?)JsonNode.Parse(new Figure(x: "p(x<0) & q").Line([1, 2]).ToPlotlyJson())!["layout"]!["xaxis"]!["title"]!["text"]);

    [Fact]
    public void Html_holds_the_picture_and_upgrades_only_what_the_small_plotly_can_draw()
    {
        var html = new Figure("</script><b>").Line([1, 2]).Alt("rising").ToHtml();
        Assert.StartsWith("<div", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"rising\"", html, StringComparison.Ordinal);
        Assert.Contains("/kernelspecs/.net-csharp/plotly-basic.min.js".TrimStart('/'), html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("</script>").Length - 1);
        Assert.StartsWith("<img", SampleFigures.All["heat map"]().ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", SampleFigures.All["heat map"]().ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_in_one_line_what_it_draws() => Assert.Equal(
        "Figure \"Loss\": (x: step, y: nats) line \"train\" of 3 points, x 0 to 2, y 1 to 3; line at y = 2 \"bound\"",
        new Figure("Loss", "step", "nats").Line([3, 2, 1], "train").HorizontalLine(2, "bound").ToString());

    [Fact]
    public void A_kernel_finds_its_formatters_by_convention()
    {
        var figure = new Figure("Loss").Line([3, 2, 1]).Alt("falling");
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));
        Assert.Equal(figure.ToPlotlyJson(), figure.ToDisplayString("application/vnd.plotly.v1+json"));
        Assert.Equal("falling", new PngFile(Convert.FromBase64String(figure.ToDisplayString("image/png"))).Description);
        Assert.Equal(figure.ToString(), figure.ToDisplayString("text/plain"));
        Assert.EndsWith(" — falling", figure.ToString(), StringComparison.Ordinal);
        Assert.Equal(figure.ToHtml(), figure.ToDisplayString("text/html"));
    }

    [Fact]
    public void A_picture_stays_small() => Assert.All(SampleFigures.All.Where(kind => kind.Key is not ("grid" or "animation")), kind =>
    {
        var figure = kind.Value();
        Assert.InRange(4 * figure.ToPng().Length / 3 + figure.ToHtml().Length + figure.ToPlotlyJson().Length, 1000, 150_000);
    });

    [Fact]
    public void The_first_series_stand_out_from_paper_and_from_each_other()
    {
        Assert.All(Theme.Series.Take(4), color => Assert.True(color.Contrast(Theme.Paper) >= 3, color.ToString()));
        Assert.Equal(Theme.Series.Count, Theme.Series.Distinct().Count());
    }

    [Theory]
    [InlineData("all cones", 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)]
    [InlineData("no red cones", 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998)]
    [InlineData("no green cones", 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881)]
    [InlineData("no blue cones", 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900)]
    public void Ten_classes_are_told_apart_with_any_eyes(string eyes, params double[] seen)
    {
        // Machado, Oliveira and Fernandes (2009) say what is seen; CIE 1976 how far apart it is, where 2.3 is just noticeable.
        var places = Theme.Series.Select(color => CieLab.Of(color, seen)).ToArray();
        for (var i = 0; i < 10; i++)
            for (var j = 0; j < i; j++)
                Assert.True(CieLab.Distance(places[i], places[j]) > (i / 5 == j / 5 ? 15 : 11), $"{eyes}: classes {j} and {i} are {CieLab.Distance(places[i], places[j]):F1} apart"); // classes of other fives have other marks
    }

    [Fact]
    public void Names_of_classes_that_lie_on_each_other_can_be_read()
    {
        double[] x = [.. Enumerable.Range(0, 400).Select(i => Math.Sin(i))], y = [.. Enumerable.Range(0, 400).Select(i => Math.Cos(1.3 * i))], classes = [.. Enumerable.Range(0, 400).Select(i => (double)(i % 4))];
        string[] names = ["a", "b", "c", "d"];
        var boxes = TextBoxes.Of(new Figure().ScatterByClass(x, y, classes, names)).All.Where(box => names.Contains(box.Text)).ToArray();
        Assert.Equal(4, boxes.Length);
        foreach (var (box, at) in boxes.Select((box, at) => (box, at)))
            Assert.All(boxes[..at], other => Assert.True(box.Left > other.Right || box.Right < other.Left || box.Top > other.Bottom || box.Bottom < other.Top, $"{box.Text} lies on {other.Text}"));
    }

    [Fact]
    public void Says_what_was_wrong()
    {
        Says("x has 2 numbers and y has 3", () => new Figure().Line([1, 2], [1, 2, 3]));
        Says("3 heights were given for 2 names", () => new Figure().Bar(["a", "b"], [1, 2, 3]));
        Says("bars side by side have the same names", () => new Figure().Bar(["a", "b"], [1, 2]).Bar(["a", "c"], [1, 2]));
        Says("The range [2, 1] is empty", () => new Figure().XRange(2, 1));
        Says("starts above zero, not at 0", () => new Figure().LogY().YRange(0, 1));
        Says("3 x were given for 2 columns", () => new Figure().HeatMap(new double[2, 2], new double[] { 1, 2, 3 }));
        Says("a contour needs differences", () => new Figure().Contour(new double[3, 3]));
        Says("shape (N, 2), not (4, 3)", () => new Figure().Scatter(new double[4, 3]));
        Says("at least one finite value", () => new Figure().Histogram([double.NaN]));
        Says("draw in those before", () => Figure.Grid("g", 2, new Figure(), new Figure()).Line([1, 2]));
        Says("Frame \"b\" does not draw what frame \"a\" draws", () => Figure.Animation(null, "t", ("a", new Figure().Line([1, 2])), ("b", new Figure().Scatter([1, 2], [1, 2]))));

        static void Says(string words, Func<Figure> build) => Assert.Contains(words, Assert.ThrowsAny<Exception>(build).Message, StringComparison.Ordinal);
    }
}
