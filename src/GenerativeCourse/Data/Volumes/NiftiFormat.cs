using System.Buffers.Binary;

namespace GenerativeCourse.Data;

/// <summary>NIfTI-1 (.nii, .nii.gz), the format of brain scans: a header of 348 bytes, then the voxels, x fastest.</summary>
public static class NiftiFormat
{
    const int HeaderBytes = 348;

    /// <summary>Reads a scan of three dimensions.</summary>
    /// <exception cref="DatasetException">The file is missing, truncated, not NIfTI-1, or promises what it cannot hold.</exception>
    public static Volume Read(string path)
    {
        using var file = PackedFile.Open(path);
        var bytes = new byte[HeaderBytes];
        file.Read(bytes);
        var header = new Header(path, bytes);
        var shape = header.Shape();
        var count = VolumeValues.Count(path, shape);
        var type = header.Type();
        var skip = header.DataStart() - HeaderBytes;
        file.Expect(skip + (long)count * type.Size());
        for (var left = skip; left > 0; left -= bytes.Length)
            file.Read(bytes.AsSpan(0, (int)Math.Min(left, bytes.Length)));
        var (spacing, directions) = Volume.Frame(path, header.Steps());
        var (slope, intercept) = header.Scale();
        var values = VolumeValues.Read(file.Read, count, type, header.BigEndian, slope, intercept);
        return new Volume(((int)shape[2], (int)shape[1], (int)shape[0]), values, spacing, directions);
    }

    readonly struct Header
    {
        readonly string path;
        readonly byte[] bytes;

        public Header(string path, byte[] bytes)
        {
            (this.path, this.bytes) = (path, bytes);
            BigEndian = BinaryPrimitives.ReadInt32BigEndian(bytes) == HeaderBytes;
            if (!BigEndian && BinaryPrimitives.ReadInt32LittleEndian(bytes) != HeaderBytes || !bytes.AsSpan(344, 4).SequenceEqual("n+1\0"u8))
                throw new DatasetException($"{path}: it is no single-file NIfTI-1 (its magic is {Convert.ToHexString(bytes, 344, 4)}); NIfTI-2 and pairs of .hdr and .img are not read.");
        }

        public bool BigEndian { get; }

        short Short(int at) => BigEndian ? BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at)) : BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(at));

        double Single(int at) => BigEndian ? BinaryPrimitives.ReadSingleBigEndian(bytes.AsSpan(at)) : BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(at));

        public long[] Shape()
        {
            var self = this;
            long[] shape = [.. Enumerable.Range(1, 7).Select(axis => axis <= self.Short(40) ? (long)self.Short(40 + 2 * axis) : 1)];
            return Short(40) is >= 3 and <= 7 && shape[3..].All(side => side == 1) ? shape[..3]
                : throw new DatasetException($"{path}: it has {Short(40)} dimensions ({ArrayShape.Text(shape)}); one volume of three is read.");
        }

        public ElementType Type() => Short(70) switch
        {
            2 => ElementType.UInt8,
            4 => ElementType.Int16,
            8 => ElementType.Int32,
            16 => ElementType.Float32,
            64 => ElementType.Float64,
            256 => ElementType.Int8,
            512 => ElementType.UInt16,
            768 => ElementType.UInt32,
            1024 => ElementType.Int64,
            var other => throw new DatasetException($"{path}: its data type is {other}, which is no type of real numbers."),
        };

        public int DataStart() => Single(108) is >= HeaderBytes and <= 1 << 24 and var start ? (int)start
            : throw new DatasetException($"{path}: its voxels are said to start at {Single(108):G6}; the file is damaged.");

        public (double Slope, double Intercept) Scale()
        {
            var (slope, intercept) = (Single(112), Single(116));
            return double.IsFinite(slope) && slope != 0 && double.IsFinite(intercept) ? (slope, intercept) : (1, 0);
        }

        // The step of each axis towards right, front and above: the affine matrix, else the quaternion, else the bare voxel sizes.
        public double[][] Steps()
        {
            var self = this;
            if (Short(254) > 0)
                return [.. Enumerable.Range(0, 3).Select(axis => (double[])[self.Single(280 + 4 * axis), self.Single(296 + 4 * axis), self.Single(312 + 4 * axis)])];
            double[] sizes = [Single(80), Single(84), Single(88)];
            if (Short(252) <= 0)
                return [[sizes[0], 0, 0], [0, sizes[1], 0], [0, 0, sizes[2]]];
            var (b, c, d) = (Single(256), Single(260), Single(264));
            var a = Math.Sqrt(Math.Max(0, 1 - b * b - c * c - d * d));
            var last = Single(76) < 0 ? -sizes[2] : sizes[2];
            return
            [
                [sizes[0] * (a * a + b * b - c * c - d * d), sizes[0] * 2 * (b * c + a * d), sizes[0] * 2 * (b * d - a * c)],
                [sizes[1] * 2 * (b * c - a * d), sizes[1] * (a * a + c * c - b * b - d * d), sizes[1] * 2 * (c * d + a * b)],
                [last * 2 * (b * d + a * c), last * 2 * (c * d - a * b), last * (a * a + d * d - b * b - c * c)],
            ];
        }
    }
}
