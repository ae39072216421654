using GenerativeCourse.Figures;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Tests.Figures.Drawing;

public sealed class PngTests
{
    public static TheoryData<string, int> Kinds => new() { { "gray", 0 }, { "few", 3 }, { "many", 2 } };

    [Theory, MemberData(nameof(Kinds))]
    public void Keeps_every_pixel_in_the_smallest_kind_of_file(string kind, int colorType)
    {
        var random = new Random(7);
        var bitmap = new Bitmap(61, 43);
        for (var y = 0; y < 43; y++)
            for (var x = 0; x < 61; x++)
                bitmap[x, y] = kind switch
                {
                    "gray" => Gray((byte)(random.Next(20) + 3 * x + y)),
                    "few" => new((byte)(random.Next(6) * 40), (byte)(random.Next(6) * 40), 200),
                    _ => new((byte)(2 * x + random.Next(9)), (byte)(4 * y + random.Next(9)), (byte)(x + y)),
                };
        var file = new PngFile(Png.Encode(bitmap));
        Assert.Equal((61, 43, colorType), (file.Width, file.Height, file.ColorType));
        for (var y = 0; y < 43; y++)
            for (var x = 0; x < 61; x++)
                Assert.Equal((bitmap[x, y].R, bitmap[x, y].G, bitmap[x, y].B), file[x, y]);
    }

    [Fact]
    public void Keeps_its_density_and_its_description()
    {
        var file = new PngFile(Png.Encode(new Bitmap(2, 2), scale: 2, "σ² of the latents"));
        Assert.Equal(7559, file.PixelsPerMetre);
        Assert.Equal("σ² of the latents", file.Description);
    }

    static Rgb Gray(byte value) => new(value, value, value);
}
