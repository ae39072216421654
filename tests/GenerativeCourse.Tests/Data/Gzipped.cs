using System.IO.Compression;

namespace GenerativeCourse.Tests.Data;

/// <summary>Bytes as gzip packs them.</summary>
static class Gzipped
{
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var packer = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(bytes);
        return target.ToArray();
    }
}
