using System.Text;
using GenerativeCourse.Figures;
using GenerativeCourse.Tests.Figures.Drawing;
using Microsoft.DotNet.Interactive.Formatting;
using TorchSharp;

namespace GenerativeCourse.Tests.Figures.Controls;

public sealed class DragMapTests
{
    static readonly double[] X = [-1, 0, 1, 2], Y = [-3, 0, 3];

    // Image i is a flat grey of i / 12.
    static DragMap Sample => new DragMap([.. Enumerable.Range(0, 12).SelectMany(image => Enumerable.Repeat(image / 12f, 64))], [12, 8, 8], X, Y).Title("Greys").Alt("grey grows");

    [Fact]
    public void Points_run_along_x_first() =>
        Assert.Equal([-1, -3, 0, -3, 1, -3, 2, -3, -1, 0], DragMap.Points(X, Y).Cast<float>().Take(10));

    [Fact]
    public void The_first_row_of_places_stands_at_the_bottom()
    {
        var file = new PngFile(Sample.ToPng());
        var (middle, right) = (file.Width / 2, file.Width - 40);
        Assert.True(file[middle, 120].R > file[middle, file.Height - 140].R);
        Assert.True(file[right, 120].R > file[middle, 120].R);
    }

    [Fact]
    public void Takes_what_a_decoder_gives()
    {
        using var images = torch.arange(12, torch.float32).reshape(12, 1, 1, 1).expand(12, 1, 8, 8) / 12;
        Assert.Equal(Sample.ToPng(), new DragMap(images, X, Y).Title("Greys").Alt("grey grows").ToPng());
        Assert.Equal(["text/html", "image/png", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(DragMap)));
    }

    [Fact]
    public void Stays_light_with_hundreds_of_images()
    {
        var random = new Random(5);
        double[] places = [.. Enumerable.Range(0, 17).Select(i => -3 + 0.375 * i)];
        var pixels = new float[289 * 784];
        for (var image = 0; image < 289; image++)
        {
            var (x, y, width) = (8 + 12 * random.NextDouble(), 8 + 12 * random.NextDouble(), 2 + 3 * random.NextDouble());
            for (var at = 0; at < 784; at++) pixels[image * 784 + at] = (float)Math.Exp(-(Math.Pow(at % 28 - x, 2) + Math.Pow(at / 28 - y, 2)) / (width * width));
        }
        var map = new DragMap(pixels, [289, 28, 28], places, places);
        Assert.InRange(Encoding.UTF8.GetByteCount(map.ToHtml()), 20_000, 150_000);
        Assert.Equal("DragMap: 17 × 17 images of 28 × 28, z₁ −3 to 3, z₂ −3 to 3", map.ToString());
    }

    [Fact]
    public void Shows_a_labelled_strip_where_scripts_do_not_run()
    {
        var html = Sample.ToHtml();
        string[] labels = [.. html.Split("<figcaption").Skip(1).Select(part => part[(part.IndexOf('>') + 1)..part.IndexOf('<')])];
        Assert.Equal(9, labels.Length);
        Assert.Equal(["z₁ = −1.0, z₂ = 3.0", "z₁ = 0.0, z₂ = 3.0", "z₁ = 2.0, z₂ = 3.0", "z₁ = −1.0, z₂ = 0.0"], labels[..4].Select(label => System.Net.WebUtility.HtmlDecode(label).Replace('\u00A0', ' '))); // a line breaks at the comma
        var first = html.Split("<figure").Skip(1).First();
        var picture = new PngFile(Convert.FromBase64String(first.Split("base64,")[1].Split('"')[0]));
        Assert.Equal((8, 8, 8 * 255 / 12), (picture.Width, picture.Height, picture[4, 4].R)); // the top left place shows image 8 of 12
        Assert.Equal(["0 figures, side shown"], Browser.Run(html, """
            say(document.querySelectorAll("figure").length + " figures, side " + (document.querySelector("[data-side]").offsetHeight > 0 ? "shown" : "hidden"));
            """));
    }

    [Theory]
    [InlineData(4, 60, 9)]
    [InlineData(3, 86, 4)]
    [InlineData(7, 48, 0)]
    public void A_heavy_map_keeps_its_weight_and_gives_up_frames(int side, int size, int frames)
    {
        var random = new Random(6);
        var noise = new float[side * side * size * size];
        for (var at = 0; at < noise.Length; at++) noise[at] = random.NextSingle();
        double[] places = [.. Enumerable.Range(0, side).Select(i => (double)i)];
        var html = new DragMap(noise, [side * side, size, size], places, places).ToHtml();
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 50_000, 150_000);
        Assert.Equal(frames, html.Split("<figure").Length - 1);
    }

    [Fact]
    public void Wants_an_image_for_each_place() => Assert.StartsWith(
        "4 × 3 places need 12 images, and 11 were given; decode DragMap.Points(x, y)",
        Assert.Throws<ArgumentException>(() => new DragMap(new float[11 * 4], [11, 2, 2], X, Y)).Message);

    [Fact]
    public void Follows_the_mouse_the_keys_and_the_sliders_in_a_browser() => Assert.Equal(
        ["z₁ = 1.0, z₂ = 0.0: 128", "z₁ = 2.0, z₂ = 3.0: 234", "z₁ = 1.0, z₂ = 0.0: 128", "z₁ = −1.0, z₂ = 0.0: 85"],
        Browser.Run(Sample.ToHtml(), """
            const pad = document.querySelector("[data-pad]"), pen = document.querySelector("canvas").getContext("2d"), sheet = pad.querySelector("img");
            const tell = () => say(document.querySelector("output").textContent + ": " + pen.getImageData(4, 4, 1, 1).data[0]);
            const key = name => pad.dispatchEvent(new KeyboardEvent("keydown", { key: name }));
            pad.setPointerCapture = () => {};
            tell();
            const box = sheet.getBoundingClientRect();
            pad.dispatchEvent(new PointerEvent("pointerdown", { clientX: box.right - 20, clientY: box.top + 20, buttons: 1 }));
            tell();
            key("ArrowLeft");
            key("ArrowDown");
            tell();
            const across = document.querySelector("input");
            across.value = 0;
            across.dispatchEvent(new Event("input"));
            tell();
            """));
}
