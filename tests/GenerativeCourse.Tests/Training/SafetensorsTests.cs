using System.Buffers.Binary;
using System.Text;
using GenerativeCourse.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Training;

public sealed class SafetensorsTests : IDisposable
{
    readonly DisposeScope _scope = NewDisposeScope();
    readonly TemporaryFolder _folder = new();

    string File => Path.Combine(_folder.Path, "weights.safetensors");

    public void Dispose()
    {
        _folder.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Every_type_and_shape_comes_back()
    {
        var tensors = new Dictionary<string, Tensor>
        {
            ["f64"] = tensor(new[] { 1.5, double.NaN }),
            ["f32"] = tensor(new[] { 1.5f, -2, float.PositiveInfinity, 0, 1, 2 }, [2, 3]),
            ["f16"] = tensor(new[] { 1.5f, 65504 }).to(ScalarType.Float16),
            ["bf16"] = tensor(new[] { 1.5f, -3e38f }).to(ScalarType.BFloat16),
            ["i64"] = tensor(new[] { long.MinValue, 3 }),
            ["i32"] = tensor(new[] { int.MinValue, 3 }),
            ["i16"] = tensor(new short[] { -3, 4 }),
            ["i8"] = tensor(new sbyte[] { -3, 4 }),
            ["u8"] = tensor(new byte[] { 3, 255, 7 }),
            ["bool"] = tensor(new[] { true, false, true }),
            ["scalar"] = tensor(2.5f),
            ["empty"] = zeros(0, 3),
            ["transposed"] = arange(6, ScalarType.Float32).reshape(2, 3).t(),
            ["größe/ß\"\\"] = ones(1),
        };
        Safetensors.Save(File, tensors, new Dictionary<string, string> { ["note"] = "eins\nzwei" });
        Dictionary<string, Tensor> read = Safetensors.Load(File);
        Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.dtype, read[name].dtype);
            Assert.Equal(tensor.shape, read[name].shape);
            Assert.Equal(tensor.contiguous().bytes.ToArray(), read[name].bytes.ToArray());
        }
        Assert.Equal("eins\nzwei", Safetensors.LoadMetadata(File)["note"]);
    }

    [Fact]
    public void The_bytes_are_those_of_the_reference_writer()
    {
        Safetensors.Save(File, new Dictionary<string, Tensor> { ["b"] = tensor(new[] { 1f }), ["n"] = tensor(new byte[] { 7 }), ["a"] = tensor(new[] { 2f }), ["step"] = tensor(3L) },
            new Dictionary<string, string> { ["format"] = "pt" });
        const string Header = """{"__metadata__":{"format":"pt"},"step":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]},"n":{"dtype":"U8","shape":[1],"data_offsets":[16,17]}}""";
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal(Header.PadRight((int)length), Encoding.UTF8.GetString(bytes, 8, (int)length));
        Assert.Equal([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 128, 63, 7], bytes[(8 + (int)length)..]);
    }

    public static TheoryData<string, int, string> Malformed => new()
    {
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "the data of \"a\" end at 8, and the file has 7 bytes of data: it is truncated" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "the tensors take 8 bytes, and the file has 9 bytes of data" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "the data of \"b\" begin at 4 and overlap those of \"a\", which end at 8" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "overlap" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12, "there is a gap of 4 bytes between \"a\" and the data of \"b\"" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "\"a\" of shape [2] and type F32 takes 8 bytes, and its data_offsets span 4" },
        { """{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "takes more bytes than a file can have" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\u0061":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "its header has \"a\" twice" },
        { """{"a":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}""", 4, "the header's entry for \"a\" has \"shape\" twice" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "the data_offsets of \"a\" are [4, 0]" },
        { """{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "the shape of \"a\" holds -1" },
        { """{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, "the shape of \"a\" holds 1.5" },
        { """{"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}""", 4, "\"a\" is of type F8_E4M3; torch has I64, F64, F32" },
        { """{"a":{"dtype":"F32","shape":[1]}}""", 4, "has dtype, shape where dtype, shape and data_offsets belong" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}""", 4, "its header is no JSON" },
        { """{"__metadata__":{"n":1}}""", 0, "__metadata__ has 1 for \"n\", and holds strings only" },
        { """ {}""", 0, "does not begin with '{'" },
        { """[]""", 0, "does not begin with '{'" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_file_is_refused_with_its_reason(string header, int dataLength, string reason)
    {
        Write((ulong)Encoding.UTF8.GetByteCount(header), Encoding.UTF8.GetBytes(header), dataLength);
        Refused(reason);
    }

    [Fact]
    public void A_header_that_cannot_be_is_refused()
    {
        Write(100_000_001, [], 10);
        Refused("its header would be 100000001 bytes long, and the format allows 100000000");
        Write(ulong.MaxValue, [], 10);
        Refused("the format allows 100000000");
        Write(100, "{}"u8, 10);
        Refused("its header of 100 bytes runs past the end of the file, which has 20: it is truncated");
        Write(6, [(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'}'], 0);
        Refused("its header is no JSON");
        System.IO.File.WriteAllBytes(File, [1, 2, 3]);
        Refused("it has 3 bytes");
        System.IO.File.Delete(File);
        Refused("there is no such file");
    }

    void Write(ulong length, ReadOnlySpan<byte> header, int dataLength)
    {
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, length);
        System.IO.File.WriteAllBytes(File, [.. prefix, .. header, .. new byte[dataLength]]);
    }

    void Refused(string reason)
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<SafetensorsException>(() => Safetensors.Load(File));
        Assert.StartsWith(File, error.Message);
        Assert.Contains(reason, error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void What_cannot_be_stored_is_refused_and_the_old_file_stays()
    {
        Safetensors.Save(File, new Dictionary<string, Tensor> { ["a"] = ones(2) });
        byte[] before = System.IO.File.ReadAllBytes(File);
        Assert.Contains("\"z\" is of type ComplexFloat32", Assert.Throws<ArgumentException>(() => Safetensors.Save(File, new Dictionary<string, Tensor> { ["z"] = zeros(1, ScalarType.ComplexFloat32) })).Message);
        Assert.Contains("__metadata__", Assert.Throws<ArgumentException>(() => Safetensors.Save(File, new Dictionary<string, Tensor> { ["__metadata__"] = ones(1) })).Message);
        Tensor gone = ones(1);
        gone.Dispose();
        Assert.ThrowsAny<Exception>(() => Safetensors.Save(File, new Dictionary<string, Tensor> { ["gone"] = gone }));
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }
}
