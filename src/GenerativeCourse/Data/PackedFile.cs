using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace GenerativeCourse.Data;

/// <summary>A file, gzipped or not, read forwards; it gives exactly the bytes asked for and never unpacks more than that.</summary>
sealed class PackedFile : IDisposable
{
    // Deflate cannot pack better than 1032 to 1, so a bigger promise is false before a byte is unpacked.
    const int MostDeflateRatio = 1032;
    const int SmallestGzip = 18;

    readonly FileStream file;
    readonly Stream content;
    readonly bool gzipped;
    long given;

    PackedFile(string path, FileStream file)
    {
        Path = path;
        this.file = file;
        Span<byte> magic = stackalloc byte[2];
        gzipped = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        file.Position = 0;
        content = gzipped ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    public string Path { get; }

    /// <summary>Opens a file, after checking its sha256 where one is given.</summary>
    public static PackedFile Open(string path, string? sha256 = null)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException($"{path} is missing: restore it with `git checkout` or `course data build`.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw new DatasetException($"{path} cannot be read: {e.Message}", e);
        }
        try
        {
            if (sha256 is not null)
                Check(path, file, sha256);
            return new PackedFile(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    static void Check(string path, FileStream file, string sha256)
    {
        var actual = Convert.ToHexStringLower(SHA256.HashData(file));
        if (!actual.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            throw new DatasetException($"{path}: its sha256 is {actual}, its manifest says {sha256}; restore it with `git checkout` or `course data build`.");
        file.Position = 0;
    }

    /// <summary>Refuses a promised number of further bytes that the file cannot hold, before anything is allocated for it.</summary>
    public void Expect(long bytes)
    {
        var most = gzipped ? file.Length * MostDeflateRatio : file.Length - given;
        if (bytes > most)
            throw new DatasetException($"{Path}: its header promises {bytes} bytes, but the file cannot hold more than {most}; it is truncated or damaged.");
    }

    /// <summary>As <see cref="Expect"/> for bytes that are packed by deflate inside of the file.</summary>
    public void ExpectPacked(long bytes) => ExpectRatio(Path, bytes, gzipped ? file.Length * MostDeflateRatio : file.Length - given);

    /// <summary>Refuses a promise that so many packed bytes cannot hold.</summary>
    public static void ExpectRatio(string path, long bytes, long packed)
    {
        if (bytes > packed * MostDeflateRatio)
            throw new DatasetException($"{path}: its header promises {bytes} bytes, but {packed} packed ones cannot hold more than {packed * MostDeflateRatio}; it is truncated or damaged.");
    }

    /// <summary>What is left of the file, for an unpacker of its own.</summary>
    public Stream Rest() => content;

    /// <summary>Fills the whole of <paramref name="target"/>.</summary>
    public void Read(Span<byte> target)
    {
        Fill(Path, content, target);
        given += target.Length;
    }

    /// <summary>Fills the whole of <paramref name="target"/> from an unpacker.</summary>
    public static void Fill(string path, Stream content, Span<byte> target)
    {
        try
        {
            var read = content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            if (read < target.Length)
                throw new DatasetException($"{path}: it ends {target.Length - read} bytes short of what its header promises; it is truncated.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not DatasetException)
        {
            throw new DatasetException($"{path}: its packed data is damaged or truncated ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <summary>Refuses bytes left over, and a gzip file that lacks its trailer.</summary>
    public void End()
    {
        try
        {
            Span<byte> one = stackalloc byte[1];
            if (content.Read(one) != 0)
                throw new DatasetException($"{Path}: it holds more than the {given} bytes that its header promises; it is damaged or hostile.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not DatasetException)
        {
            throw new DatasetException($"{Path}: its gzip data is damaged or truncated ({e.Message.TrimEnd('.')}).", e);
        }
        if (!gzipped)
            return;
        // The trailer's last four bytes are the unpacked length: a file cut inside its trailer gives another number here.
        Span<byte> trailer = stackalloc byte[4];
        if (file.Length < SmallestGzip)
            throw new DatasetException($"{Path}: it is {file.Length} bytes long, too short for gzip; it is truncated.");
        file.Position = file.Length - 4;
        file.ReadExactly(trailer);
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != (uint)given)
            throw new DatasetException($"{Path}: its gzip trailer does not match the {given} bytes unpacked; it is truncated.");
    }

    /// <summary>Reads all that is left, at most <paramref name="limit"/> bytes.</summary>
    public byte[] ReadToEnd(int limit)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        try
        {
            for (int read; (read = content.Read(chunk)) > 0;)
            {
                given += read;
                if (given > limit)
                    throw new DatasetException($"{Path}: it unpacks to more than {limit} bytes; it is not the file that was expected.");
                buffer.Write(chunk, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not DatasetException)
        {
            throw new DatasetException($"{Path}: its gzip data is damaged or truncated ({e.Message.TrimEnd('.')}).", e);
        }
        End();
        return buffer.ToArray();
    }

    public void Dispose()
    {
        if (gzipped)
            content.Dispose();
        file.Dispose();
    }
}
