using System.Text;
using GenerativeCourse.Figures;
using GenerativeCourse.Tests.Figures.Drawing;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Tests.Figures.Controls;

public sealed class FrameSliderTests
{
    static FrameSlider Sample => new FrameSlider("step", ["0", "50", "100"], Enumerable.Range(0, 3).Select(k => new Figure("p(x) < 1", "z").Line(x => Math.Exp(-(x - k) * (x - k)), -3, 5))).Alt("a curve moves right");

    [Fact]
    public void Holds_every_frame_with_its_label_where_scripts_do_not_run()
    {
        var html = Sample.ToHtml();
        Assert.Equal(3, html.Split("<figure ").Length - 1);
        Assert.Contains("<figcaption>step 100</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"a curve moves right\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", html.Replace("http://www.w3.org", "", StringComparison.Ordinal).Replace("http:%", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 5_000, 60_000);
        Assert.Equal(html, Sample.ToHtml());
    }

    [Fact]
    public void Refuses_to_weigh_down_a_notebook()
    {
        var random = new Random(3);
        var noise = new float[12 * 120 * 120];
        for (var at = 0; at < noise.Length; at++) noise[at] = random.NextSingle();
        var slider = new FrameSlider("k", ["a", "b"], [new ImageGrid(noise, 12, 120, 120), new ImageGrid(noise, 12, 120, 120)]);
        Assert.Matches("would weigh [0-9]+ kB, and the limit is 150 kB: show fewer frames", Assert.Throws<InvalidOperationException>(slider.ToHtml).Message);
    }

    [Fact]
    public void Shows_a_strip_as_a_picture()
    {
        var file = new PngFile(Sample.ToPng());
        Assert.InRange(file.Width, 600, 1400);
        Assert.Equal("a curve moves right", file.Description);
    }

    [Fact]
    public void An_animated_figure_is_a_slider_in_html()
    {
        var figure = SampleFigures.All["animation"]();
        Assert.Contains("<figcaption>step 350</figcaption>", figure.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(["text/html", "image/png", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(FrameSlider)));
        Assert.Equal(Sample.ToHtml(), Sample.ToDisplayString("text/html"));
    }

    [Fact]
    public void Wants_a_label_for_each_picture() =>
        Assert.Contains("1 labels and 2 pictures", Assert.Throws<ArgumentException>(() => new FrameSlider("k", ["a"], [new Figure(), new Figure()])).Message, StringComparison.Ordinal);

    [Fact]
    public void Moves_in_a_browser() => Assert.Equal(
        ["1 frame, step 0, 700 wide", "step 100, spoken step 100", "Stop", "Play"],
        Browser.Run(Sample.ToHtml() + Sample.ToHtml(), """
            const seen = () => [...document.querySelectorAll("[role=group]")[0].querySelectorAll("figure")].filter(f => f.style.display != "none");
            const slider = document.querySelector("input"), says = document.querySelector("output"), play = document.querySelector("button");
            say(seen().length + " frame, " + says.textContent + ", " + seen()[0].querySelector("img").clientWidth + " wide");
            slider.value = 2;
            slider.dispatchEvent(new Event("input"));
            say(seen()[0].dataset.label + ", spoken " + slider.getAttribute("aria-valuetext"));
            play.click();
            say(play.textContent);
            play.click();
            say(play.textContent);
            """));
}
