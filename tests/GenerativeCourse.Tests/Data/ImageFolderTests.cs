using System.Text;
using GenerativeCourse.Data;
using GenerativeCourse.Figures;

namespace GenerativeCourse.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    internal static byte[] Pgm(int width, int height, byte grey) =>
        [.. Encoding.ASCII.GetBytes($"P5 # a comment\n{width} {height}\n255\n"), .. Enumerable.Repeat(grey, width * height)];

    // Pictures of 3 x 2 pixels that Debian's python3-pil wrote, and what it reads from them, on white: planes of red, green and blue, or of grey.
    public static TheoryData<string, string, byte[]> Pngs => new()
    {
        { "grey", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAEElEQVR4nGNkMDJimHbiPwAGhwLD7bQTrAAAAABJRU5ErkJggg==", [0, 50, 100, 150, 200, 255] },
        { "colour", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGElEQVR4nGNk+M+gcYNR4wYjS0UHM4QFAD2JBgxSJq3LAAAAAElFTkSuQmCC",
            [0, 40, 80, 120, 160, 200, 255, 215, 175, 135, 95, 55, 0, 1, 2, 3, 4, 5] },
        { "palette", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAgMAAADgGo6JAAAADFBMVEUKFB4oMjxGUFoBAgOGy/ILAAAADElEQVR4nGOQYHgCAAEwAP1WzRxzAAAAAElFTkSuQmCC",
            [10, 40, 70, 1, 70, 40, 20, 50, 80, 2, 80, 50, 30, 60, 90, 3, 90, 60] },
        { "one bit", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAQAAAAC1D1u3AAAADElEQVR4nGNwYDgAAAGEAQEKf5BQAAAAAElFTkSuQmCC", [0, 255, 0, 255, 255, 0] },
        { "opacity", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAHklEQVR4nGNkgID/J1KMGhn+///PxcjE/J+Tk5MBAFZTBweh7IQwAAAAAElFTkSuQmCC",
            [255, 0, 227, 255, 1, 255, 255, 0, 177, 255, 2, 255, 255, 0, 152, 255, 3, 255] },
        { "sixteen bits", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACEAAAAADoj+WFAAAAFklEQVR4nGNkYGBkSGZg+P+/gYHhPwARlgPjuCnmMAAAAABJRU5ErkJggg==", [0, 1, 100, 255, 128, 0] },
    };

    [Theory, MemberData(nameof(Pngs))]
    public void Reads_png_of_every_type(string type, string base64, byte[] pixels)
    {
        var whole = Convert.FromBase64String(base64);
        var picture = PngFormat.Read(folder.Write(type, whole));
        Assert.Equal((pixels.Length / 6, 2, 3), (picture.Channels, picture.Height, picture.Width));
        Assert.Equal(pixels, picture.Pixels);
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<DatasetException>(() => PngFormat.Read(folder.Write(type, whole.AsSpan(0, length))));
    }

    string Refusal(int? side = null) => Assert.Throws<DatasetException>(() => ImageFolder.Load(folder.Path, side)).Message;

    [Fact]
    public void Takes_folders_for_classes_and_every_fifth_picture_for_the_test()
    {
        for (var i = 0; i < 5; i++)
        {
            folder.Write($"cat/{i}.pgm", Pgm(4, 4, (byte)i));
            folder.Write($"dog/{i}.pgm", Pgm(4, 4, (byte)(100 + i)));
        }
        using var data = ImageFolder.Load(folder.Path);
        Assert.Equal(["cat", "dog"], data.Classes);
        Assert.Equal([8, 1, 4, 4], data.Train.Images.shape);
        Assert.Equal([0L, 1], data.Test.Labels.data<long>().ToArray());
        Assert.Equal(4, data.Test.Images[0, 0, 0, 0].item<byte>());
    }

    [Fact]
    public void Takes_folders_train_and_test_for_the_split()
    {
        folder.Write("train/a/1.pgm", Pgm(2, 2, 1));
        folder.Write("test/a/1.ppm", [.. "P6 2 2 255\n"u8, .. new byte[12]]);
        using var data = ImageFolder.Load(folder.Path);
        Assert.Equal((1L, 1L), (data.Train.Count, data.Test.Count));
        Assert.Equal([1, 3, 2, 2], data.Train.Images.shape);
    }

    [Fact]
    public void Refuses_mixed_sizes_unless_a_side_is_given()
    {
        folder.Write("1.pgm", Pgm(4, 4, 10));
        folder.Write("2.pgm", Pgm(6, 4, 20));
        Assert.Contains("2.pgm is 6 x 4", Refusal());
        using var data = ImageFolder.Load(folder.Path, side: 2);
        Assert.Equal([2, 1, 2, 2], data.Train.Images.shape);
        Assert.Equal([10, 20], [data.Train.Images[0, 0, 0, 0].item<byte>(), data.Train.Images[1, 0, 1, 1].item<byte>()]);
    }

    [Fact]
    public void Refuses_folders_without_pictures_and_forms_that_are_not_read()
    {
        Assert.Contains("holds no picture", Refusal());
        folder.Write("a.jpg", [0xFF, 0xD8]);
        Assert.Contains("convert the pictures first", Refusal());
        Assert.Contains("is missing", Assert.Throws<DatasetException>(() => ImageFolder.Load(Path.Combine(folder.Path, "none"))).Message);
    }

    [Fact]
    public void Fitting_takes_the_mean_over_each_area()
    {
        var picture = new Raster(1, 2, 4, [9, 0, 100, 9, 9, 200, 40, 9]);
        Assert.Equal([85], picture.Fit(1).Pixels);
        Assert.Equal([0, 100, 200, 40], picture.Fit(2).Pixels);
        Assert.Equal([0, 0, 100, 100], picture.Fit(4).Pixels[..4]);
    }

    [Fact]
    public void Reads_what_image_grids_write()
    {
        var path = folder.Write("grid.png", new ImageGrid([0, 255, 128, 7], 1, 1, 2, 2).ToPng());
        var picture = PngFormat.Read(path);
        Assert.True(picture.Width > 2 && picture.Channels is 1 or 3);
        Assert.Contains((byte)128, picture.Pixels);
    }
}
