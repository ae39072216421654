using System.Text;
using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

/// <summary>Mutated files are read or refused with one line: no crash, no hang, no more than 1 GB at once. 300 a reader, 10,000 with COURSE_SOAK=1.</summary>
public sealed class FuzzTests : IDisposable
{
    const long MostAllocated = 1L << 30;

    static readonly int Count = Environment.GetEnvironmentVariable("COURSE_SOAK") == "1" ? 10_000 : 300;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static readonly Dictionary<string, (byte[] Whole, Action<string> Read)> Readers = new()
    {
        ["idx"] = ([0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 3, 0, 0, 0, 2, .. new byte[24]], path => { using var file = IdxFormat.Open(path); file.Read(); }
        ),
        ["raw"] = (new byte[64], path => { using var file = RawFormat.Open(path, ElementType.Int16, [4, 8]); file.Read(); }
        ),
        ["manifest"] = (File.ReadAllBytes(Path.Combine(DatasetManifest.Of("iris").Folder, DatasetManifest.FileName)), path =>
        {
            var named = Path.Combine(Path.GetDirectoryName(path)!, DatasetManifest.FileName);
            File.Move(path, named, overwrite: true);
            DatasetManifest.Read(Path.GetDirectoryName(path)!);
        }
        ),
        ["text"] = (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Ahab’s leg, tabbed\t\n", 20))), path => TextFormat.Read(path)),
        ["nifti"] = (VolumeFormatTests.Nifti(), path => NiftiFormat.Read(path)),
        ["meta"] = (VolumeFormatTests.Meta(packed: false), path => MetaImageFormat.Read(path)),
        ["meta packed"] = (VolumeFormatTests.Meta(packed: true), path => MetaImageFormat.Read(path)),
        ["jnifti"] = (VolumeFormatTests.Jnifti(), path => JniftiFormat.Read(path)),
        ["png"] = (Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAHklEQVR4nGNkgID/J1KMGhn+///PxcjE/J+Tk5MBAFZTBweh7IQwAAAAAElFTkSuQmCC"), path => PngFormat.Read(path)),
        ["netpbm"] = (ImageFolderTests.Pgm(5, 4, 77), path => NetpbmFormat.Read(path)),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Mutated_files_are_read_or_refused_in_one_line(string name)
    {
        var (whole, read) = Readers[name];
        var random = new Random(20_260_101);
        for (var i = 0; i < Count; i++)
        {
            var mutated = Mutate(whole, random);
            if (name == "png" && random.Next(4) > 0)
                MendChecksums(mutated);
            // Half of the files come gzipped with a right checksum, so that what is inside is reached, some of them damaged on top.
            if (random.Next(2) == 0)
                mutated = Gzipped.Of(mutated);
            if (random.Next(10) == 0)
                mutated = Mutate(mutated, random);
            var path = folder.Write("mutated", mutated);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(path);
            }
            catch (DatasetException refusal)
            {
                Assert.DoesNotContain('\n', refusal.Message);
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        }
    }

    static byte[] Mutate(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
        {
            // Headers are short: half of the changes go to the first bytes.
            var at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Count, 64) : bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = new byte[] { 0, 1, 0x7F, 0x80, 0xFF }[random.Next(5)];
                    break;
                case 2:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20)));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 20)).ToArray());
                    break;
                default:
                    // Numbers in text grow.
                    bytes.InsertRange(at, "9999999"u8[..random.Next(1, 8)]);
                    break;
            }
        }
        return [.. bytes];
    }

    static void MendChecksums(byte[] png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
                return;
            var crc = uint.MaxValue;
            foreach (var value in png.AsSpan(at + 4, 4 + (int)length))
            {
                crc ^= value;
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(at + 8 + (int)length), ~crc);
            at += 12 + (int)length;
        }
    }
}
