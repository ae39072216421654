using GenerativeCourse.Figures;
using GenerativeCourse.Tests.Figures.Drawing;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Tests.Figures;

public sealed class ImageGridTests
{
    [Fact]
    public void Shows_each_pixel_as_a_sharp_box_in_its_place()
    {
        // Two images of 2 x 2, three screen pixels a side, an edge of 8 CSS pixels and a gap of 2.
        var file = new PngFile(new ImageGrid([0f, 1f, 0.5f, 0f, 1f, 1f, 1f, 0f], 2, 2, 2).Scale(3).ToPng());
        Assert.Equal(2 * 8 * 2 + 12 + 4, file.Width);
        Assert.Equal((0, 0, 0), file[16, 16]);
        Assert.Equal((0, 0, 0), file[18, 18]);
        Assert.Equal((255, 255, 255), file[19, 18]);
        Assert.Equal((128, 128, 128), file[18, 19]);
        Assert.Equal((0, 0, 0), file[21, 21]);
        Assert.Equal((255, 255, 255), file[16 + 6 + 4, 16]);
        Assert.Equal((0, 0, 0), file[16 + 6 + 4 + 3, 19]);
    }

    [Fact]
    public void Takes_colour_with_channels_first_and_maps_a_range()
    {
        var file = new PngFile(new ImageGrid([-1f, 0f, 1f], 1, 3, 1, 1).Range(-1, 1).Scale(4).ToPng());
        Assert.Equal((0, 128, 255), file[17, 17]);
    }

    [Fact]
    public void Takes_bytes_from_0_to_255()
    {
        var file = new PngFile(new ImageGrid(new byte[] { 0, 51, 204, 255 }, 2, 2).Scale(4).ToPng());
        Assert.Equal((51, 51, 51), file[20, 17]);
    }

    [Fact]
    public void Colours_one_channel_by_a_map()
    {
        var file = new PngFile(new ImageGrid(new float[,] { { 0, 1 } }).Colors(ColorMap.Viridis).Scale(4).ToPng());
        Assert.Equal((0x44, 0x01, 0x54), file[17, 17]);
        Assert.Equal((0xFD, 0xE7, 0x25), file[21, 17]);
    }

    [Fact]
    public void A_white_image_does_not_melt_into_the_paper()
    {
        var file = new PngFile(new ImageGrid([1f, 1f, 1f, 1f], 2, 2).Scale(8).ToPng());
        Assert.Equal(((byte)0xC4, (byte)0xC4, (byte)0xC4), file[15, 20]);
        Assert.Equal((255, 255, 255), file[16, 20]);
    }

    [Fact]
    public void Labels_make_room_for_themselves()
    {
        var pixels = new float[6 * 16];
        var plain = new PngFile(new ImageGrid(pixels, 6, 4, 4).Columns(3).ToPng());
        var labelled = new PngFile(new ImageGrid(pixels, 6, 4, 4).RowLabels("data", "samples").ColumnLabels("a", "b", "c").Captions("1", "2", "3", "4", "5", "6").Title("Six").ToPng());
        Assert.True(labelled.Width > plain.Width && labelled.Height > plain.Height + 60);
    }

    [Theory]
    [InlineData(new[] { 3, 5 }, "asks for 15 values, but 16 were given")]
    [InlineData(new[] { 1, 2, 2, 4 }, "has 2 channels")]
    [InlineData(new[] { 1, 4, 4, 1 }, "channels last")]
    [InlineData(new[] { 16 }, "not a batch of images")]
    [InlineData(new[] { 0, 4, 4 }, "holds no image")]
    public void Refuses_shapes_that_are_no_images(int[] shape, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new ImageGrid(new float[16], shape)).Message);

    [Fact]
    public void Names_the_image_that_holds_a_nan()
    {
        var pixels = new float[3 * 4];
        pixels[9] = float.NaN;
        Assert.StartsWith("Image 2 holds NaN (1 of 12 values", Assert.Throws<ArgumentException>(() => new ImageGrid(pixels, 3, 2, 2)).Message);
    }

    [Fact]
    public void Refuses_labels_that_do_not_match()
    {
        var grid = new ImageGrid(new float[8], 2, 2, 2).Columns(2).ColumnLabels("a", "b", "c");
        Assert.Equal("3 column labels were given for 2 columns; give one for each.", Assert.Throws<ArgumentException>(grid.ToPng).Message);
    }

    [Fact]
    public void Says_in_one_line_what_it_shows_and_what_it_clips()
    {
        Assert.Equal("ImageGrid \"Samples\": 20 images of 2 × 2, 2 × 10", new ImageGrid(new float[80], 20, 1, 2, 2).Title("Samples").ToString());
        Assert.EndsWith("; values from -1 to 0.5 shown in [0, 1]", new ImageGrid([-1f, 0.5f], 1, 2).ToString());
    }

    [Fact]
    public void A_kernel_finds_its_formatters_by_convention()
    {
        var grid = new ImageGrid([0f, 1f], 1, 2).Alt("black & white");
        Assert.Equal(["image/png", "text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(ImageGrid)));
        Assert.Equal("black & white", new PngFile(Convert.FromBase64String(grid.ToDisplayString("image/png"))).Description);
        Assert.Contains("alt=\"black &amp; white\"", grid.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal(grid.ToString(), grid.ToDisplayString("text/plain"));
    }

    [Fact]
    public void Saves_by_the_ending_of_the_name()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("grid.png");
        var grid = new ImageGrid([0f, 1f], 1, 2);
        grid.Save(path);
        Assert.Equal(grid.ToPng(), File.ReadAllBytes(path));
        Assert.Contains("name it *.png or *.html", Assert.Throws<ArgumentException>(() => grid.Save("grid.bmp")).Message);
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}
