using System.Security.Cryptography;
using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class IdxFormatTests : IDisposable
{
    static readonly byte[] Small = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Refusal(byte[] bytes, string? sha256 = null)
    {
        var path = folder.Write("file", bytes);
        var refusal = Assert.Throws<DatasetException>(() =>
        {
            using var file = IdxFormat.Open(path, sha256);
            file.Read();
        });
        Assert.StartsWith(path, refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Reads_type_shape_and_elements(bool gzipped)
    {
        using var file = IdxFormat.Open(folder.Write("small", gzipped ? Gzipped.Of(Small) : Small));
        Assert.Equal(ElementType.UInt8, file.Type);
        Assert.Equal([2, 3], file.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], file.Read());
    }

    [Fact]
    public void Turns_wide_elements_to_the_byte_order_of_the_machine()
    {
        using var file = IdxFormat.Open(folder.Write("wide", [0, 0, 0x0D, 1, 0, 0, 0, 2, 0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0]));
        var bytes = file.Read();
        Assert.Equal(1f, BitConverter.ToSingle(bytes, 0));
        Assert.Equal(-2f, BitConverter.ToSingle(bytes, 4));
    }

    [Fact]
    public void Accepts_the_right_sha256_and_refuses_another()
    {
        var right = Convert.ToHexString(SHA256.HashData(Small));
        using (var file = IdxFormat.Open(folder.Write("file", Small), right))
            Assert.Equal(6, file.ByteCount);
        Assert.Contains("its sha256 is", Refusal(Small, new string('0', 64)));
    }

    [Fact]
    public void Refuses_a_missing_file()
    {
        var path = Path.Combine(folder.Path, "no", "where");
        Assert.StartsWith($"{path} is missing", Assert.Throws<DatasetException>(() => IdxFormat.Open(path)).Message);
    }

    [Fact]
    public void Refuses_a_wrong_magic_type_or_number_of_sides()
    {
        Assert.Contains("is not an IDX header", Refusal([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]));
        Assert.Contains("is not an IDX header", Refusal([0, 0, 7, 1, 0, 0, 0, 1, 9]));
        Assert.Contains("is not an IDX header", Refusal([0, 0, 8, 0, 1]));
        Assert.Contains("is not an IDX header", Refusal([0, 0, 8, 200, 1]));
    }

    [Fact]
    public void Refuses_every_truncation_of_a_plain_and_of_a_gzipped_file()
    {
        foreach (var whole in new[] { Small, Gzipped.Of(Small) })
        {
            for (var length = 0; length < whole.Length; length++)
                Refusal(whole[..length]);
        }
    }

    [Fact]
    public void Refuses_a_promise_that_the_file_cannot_hold_before_allocating_for_it()
    {
        byte[] head = [0, 0, 8, 2, 0, 0, 0x40, 0, 0, 0, 0x40, 0, 1, 2, 3]; // 16,384 x 16,384 from three bytes
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("cannot hold more than", Refusal(head));
        Assert.Contains("cannot hold more than", Refusal(Gzipped.Of(head)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void Refuses_a_shape_over_the_limit_also_where_its_product_would_overflow_or_is_zero()
    {
        Assert.Contains("over the limit", Refusal([0, 0, 8, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1]));
        Assert.Contains("over the limit", Refusal([0, 0, 14, 4, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]));
        Assert.Contains("over the limit", Refusal([0, 0, 8, 2, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF]));
        Assert.Contains("a side of -1", Refusal([0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF]));
    }

    [Fact]
    public void Refuses_a_zip_bomb_after_its_promised_bytes()
    {
        var bomb = Gzipped.Of([.. Small, .. new byte[64 << 20]]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("holds more than", Refusal(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        Assert.Contains("holds more than", Refusal([.. Small, 0]));
    }

    [Fact]
    public void Refuses_a_damaged_checksum_in_the_gzip_trailer()
    {
        var damaged = Gzipped.Of(Small);
        damaged[^8] ^= 1;
        Assert.Contains("damaged", Refusal(damaged));
    }
}
