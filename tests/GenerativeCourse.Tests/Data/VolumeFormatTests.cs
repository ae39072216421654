using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class VolumeFormatTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Voxels 0 to 23 of a grid of 4 x 3 x 2, x fastest, which runs to the right, the front and above in steps of 1, 2 and 3 mm.
    internal static byte[] Nifti(bool bigEndian = false, short type = 4, float slope = 0, float intercept = 0)
    {
        var bytes = new byte[352 + 24 * 2];
        void Short(int at, short value) { if (bigEndian) BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(at), value); else BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at), value); }
        void Single(int at, float value) { if (bigEndian) BinaryPrimitives.WriteSingleBigEndian(bytes.AsSpan(at), value); else BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value); }
        if (bigEndian) BinaryPrimitives.WriteInt32BigEndian(bytes, 348); else BinaryPrimitives.WriteInt32LittleEndian(bytes, 348);
        foreach (var (at, value) in new (int, short)[] { (40, 3), (42, 4), (44, 3), (46, 2), (70, type), (72, 16), (254, 1) })
            Short(at, value);
        foreach (var (at, value) in new (int, float)[] { (80, 1), (84, 2), (88, 3), (108, 352), (112, slope), (116, intercept), (280, 1), (300, 2), (320, 3) })
            Single(at, value);
        "n+1\0"u8.CopyTo(bytes.AsSpan(344));
        for (short voxel = 0; voxel < 24; voxel++)
            Short(352 + 2 * voxel, voxel);
        return bytes;
    }

    internal static byte[] Meta(bool packed)
    {
        var voxels = Enumerable.Range(0, 24).SelectMany(voxel => BitConverter.GetBytes((short)voxel)).ToArray();
        using var target = new MemoryStream();
        target.Write(Encoding.ASCII.GetBytes($"ObjectType = Image\nNDims = 3\nCompressedData = {packed}\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nElementSpacing = 1 2 3\n" +
            "DimSize = 4 3 2\nElementType = MET_SHORT\nElementDataFile = LOCAL\n"));
        if (packed)
        {
            using var packer = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true);
            packer.Write(voxels);
        }
        else
            target.Write(voxels);
        return target.ToArray();
    }

    internal static byte[] Jnifti(string kind = "zlib")
    {
        using var packed = new MemoryStream();
        using (Stream packer = kind == "gzip" ? new GZipStream(packed, CompressionLevel.Optimal, true) : new ZLibStream(packed, CompressionLevel.Optimal, true))
        {
            // Row-major: z fastest.
            for (var x = 0; x < 4; x++)
                for (var y = 0; y < 3; y++)
                    for (var z = 0; z < 2; z++)
                        packer.WriteByte((byte)(x + 4 * y + 12 * z));
        }
        return Encoding.UTF8.GetBytes($$"""
            {"NIFTIHeader": {"Description": "a bare {{'\u0001'}} control character", "SForm": 1, "Affine": [[1,0,0,0],[0,2,0,0],[0,0,3,0]]},
             "NIFTIData": {"_ArrayType_": "uint8", "_ArraySize_": [4,3,2], "_ArrayZipType_": "{{kind}}", "_ArrayZipData_": "{{Convert.ToBase64String(packed.ToArray())}}" } }
            """);
    }

    static void Holds(Volume volume, string directions)
    {
        Assert.Equal((2, 3, 4), volume.Shape);
        Assert.Equal((3, 2, 1), volume.Spacing);
        Assert.Equal(directions, volume.Directions);
        Assert.Equal(Enumerable.Range(0, 24).Select(voxel => (float)voxel), volume.Values);
        Assert.Equal(1 + 4 * 2 + 12, volume[1, 2, 1]);
    }

    [Fact]
    public void Reads_nifti_of_both_byte_orders_and_its_scale()
    {
        Holds(NiftiFormat.Read(folder.Write("a.nii", Nifti())), "SAR");
        Holds(NiftiFormat.Read(folder.Write("b.nii.gz", Gzipped.Of(Nifti(bigEndian: true)))), "SAR");
        Assert.Equal(2.5f, NiftiFormat.Read(folder.Write("c.nii", Nifti(slope: 0.5f, intercept: 2))).Values[1]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Reads_meta_image(bool packed) => Holds(MetaImageFormat.Read(folder.Write("a.mha", Meta(packed))), "SPL");

    [Theory, InlineData("zlib"), InlineData("gzip")]
    public void Reads_jnifti_row_major(string kind) => Holds(JniftiFormat.Read(folder.Write("a.jnii", Jnifti(kind))), "SAR");

    [Fact]
    public void Turning_flips_and_swaps_axes_and_comes_back()
    {
        var volume = NiftiFormat.Read(folder.Write("a.nii", Nifti()));
        var turned = volume.Turn();
        Assert.Equal("SPL", turned.Directions);
        Assert.Equal(volume[1, 2, 3], turned[1, 0, 0]);
        var sagittal = volume.Turn("RIP");
        Assert.Equal((4, 2, 3), sagittal.Shape);
        Assert.Equal((1, 3, 2), sagittal.Spacing);
        Assert.Equal(volume[1, 2, 3], sagittal[3, 0, 0]);
        Assert.Equal(volume.Values, sagittal.Turn("SAR").Values);
        Assert.Throws<ArgumentException>(() => volume.Turn("SSL"));
        Assert.Throws<ArgumentException>(() => volume.Turn("SPX"));
    }

    string Refusal(Func<string, Volume> read, byte[] bytes)
    {
        var path = folder.Write("refused", bytes);
        var message = Assert.Throws<DatasetException>(() => read(path)).Message;
        Assert.StartsWith(path, message);
        Assert.DoesNotContain('\n', message);
        return message;
    }

    [Fact]
    public void Refuses_every_truncation()
    {
        foreach (var (read, whole) in new (Func<string, Volume>, byte[])[] { (NiftiFormat.Read, Nifti()), (MetaImageFormat.Read, Meta(false)), (JniftiFormat.Read, Jnifti()) })
        {
            for (var length = 0; length < whole.Length; length += 7)
                Refusal(read, whole[..length]);
        }
    }

    [Fact]
    public void Refuses_wrong_magic_types_dimensions_and_promises()
    {
        Assert.Contains("no single-file NIfTI-1", Refusal(NiftiFormat.Read, new byte[400]));
        Assert.Contains("data type is 128", Refusal(NiftiFormat.Read, Nifti(type: 128)));
        var huge = Nifti();
        huge.AsSpan(42, 6).Fill(0x7F);
        Assert.Contains("voxels; a volume has", Refusal(NiftiFormat.Read, huge));
        var long4 = Nifti();
        (long4[40], long4[48]) = (4, 2);
        Assert.Contains("4 dimensions", Refusal(NiftiFormat.Read, long4));
        var large = Nifti();
        (large[43], large[45]) = (4, 4);
        Assert.Contains("cannot hold more", Refusal(NiftiFormat.Read, large));

        string Edited(string from, string to) => Encoding.Latin1.GetString(Meta(false)).Replace(from, to, StringComparison.Ordinal);
        Assert.Contains("DimSize is 'no'", Refusal(MetaImageFormat.Read, Encoding.Latin1.GetBytes(Edited("4 3 2", "no"))));
        Assert.Contains("MET_LONG", Refusal(MetaImageFormat.Read, Encoding.Latin1.GetBytes(Edited("MET_SHORT", "MET_LONG"))));
        Assert.Contains("same folder", Refusal(MetaImageFormat.Read, Encoding.Latin1.GetBytes(Edited("LOCAL", "../../etc/passwd"))));
        Assert.Contains("no MetaImage", Refusal(MetaImageFormat.Read, new byte[100_000]));
        Assert.Contains("packed by 'lzma'", Refusal(JniftiFormat.Read, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Jnifti()).Replace("\"zlib\"", "\"lzma\"", StringComparison.Ordinal))));
        Assert.Contains("no JNIfTI", Refusal(JniftiFormat.Read, "{}"u8.ToArray()));
    }

    [Fact]
    public void Reads_voxels_that_lie_beside_the_header()
    {
        var local = Meta(false);
        folder.Write("voxels.raw", local.AsSpan(local.Length - 48));
        var header = Encoding.Latin1.GetString(local, 0, local.Length - 48).Replace("LOCAL", "voxels.raw", StringComparison.Ordinal);
        Holds(MetaImageFormat.Read(folder.Write("a.mhd", Encoding.Latin1.GetBytes(header))), "SPL");
    }
}
