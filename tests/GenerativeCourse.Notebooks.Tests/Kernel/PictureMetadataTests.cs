using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.Formatting;

namespace GenerativeCourse.Notebooks.Tests.Kernel;

public sealed class PictureMetadataTests
{
    [Fact]
    public void A_dense_picture_is_shown_at_its_own_size_with_its_description()
    {
        var metadata = Of(Png(("pHYs", [.. Number(7559), .. Number(7559), 1]), ("iTXt", [.. "Description\0\0\0\0\0"u8, .. Encoding.UTF8.GetBytes("σ² falls")])));
        Assert.Equal("""{"image/png":{"width":700,"height":430,"alt":"σ² falls"}}""", metadata.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void A_picture_that_says_nothing_has_no_metadata()
    {
        Assert.Empty(Of(Png()));
        Assert.Empty(Of(Png(("pHYs", [.. Number(3780), .. Number(3780), 1]))));
    }

    [Fact]
    public void What_is_no_picture_is_left_alone()
    {
        Assert.Empty(PictureMetadata.Of(new JsonObject { ["image/png"] = "not base64!", ["text/plain"] = "x" }));
        Assert.Empty(PictureMetadata.Of(new JsonObject { ["image/png"] = Convert.ToBase64String(new byte[64]) }));
        Assert.Empty(Of([.. Png()[..33], .. Number(int.MaxValue), .. "iTXt"u8, 0, 0, 0, 0]));
    }

    static JsonObject Of(byte[] file) => PictureMetadata.Of(new JsonObject { ["image/png"] = Convert.ToBase64String(file) });

    static byte[] Png(params (string Name, byte[] Data)[] chunks) =>
    [
        0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [.. Number(1400), .. Number(860), 8, 0, 0, 0, 0]),
        .. chunks.SelectMany(chunk => Chunk(chunk.Name, chunk.Data)), .. Chunk("IDAT", []),
    ];

    static byte[] Chunk(string name, byte[] data) => [.. Number(data.Length), .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];

    static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
