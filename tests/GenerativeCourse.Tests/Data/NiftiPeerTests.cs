using System.Diagnostics;
using System.Globalization;
using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

/// <summary>Scans that nibabel writes, in every type, byte order and orientation, are read as nibabel reads them.</summary>
public sealed class NiftiPeerTests : IDisposable
{
    const string Script = """
        import sys, itertools, numpy as np, nibabel as nib
        rng, lines = np.random.default_rng(7), []
        kinds = ["u1", "i1", "i2", "u2", "i4", "u4", "f4", "f8"]
        turns = [np.diag([-2., 3., 4.]), np.diag([1., -1.5, 2.])[[2, 0, 1]], np.array([[.9, .2, 0], [-.2, .9, .1], [0, -.1, 1.]])]
        for number, (kind, turn, order, coded) in enumerate(itertools.product(kinds, turns, "<>", ("sform", "qform"))):
            voxels = (rng.integers(0, 100, (4, 3, 2)) + rng.random((4, 3, 2)) * (kind[0] == "f")).astype(kind)
            affine = np.eye(4)
            affine[:3, :3] = turn
            header = nib.Nifti1Header(endianness=order)
            header.set_data_dtype(np.dtype(kind).newbyteorder(order))
            image = nib.Nifti1Image(voxels, affine, header)
            image.set_sform(affine if coded == "sform" else None, int(coded == "sform"))
            image.set_qform(affine, int(coded == "qform"), strip_shears=True)
            if number % 3 == 0:
                image.header.set_slope_inter(0.5, -3)
            path = f"{sys.argv[1]}/{number}.nii" + ".gz" * (number % 2)
            nib.save(image, path)
            read = nib.load(path)
            spacing = np.sqrt((read.affine[:3, :3] ** 2).sum(0))[::-1]
            print(path, "".join(nib.aff2axcodes(read.affine))[::-1], *spacing, *read.get_fdata(dtype=np.float32).transpose(2, 1, 0).ravel(), sep="\t")
        """;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Agrees_with_nibabel()
    {
        Peer.Require("python3-nibabel");
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", Script, folder.Path]) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(96, lines.Length);
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            float[] numbers = [.. fields[2..].Select(field => float.Parse(field, CultureInfo.InvariantCulture))];
            var volume = NiftiFormat.Read(fields[0]);
            Assert.Equal((2, 3, 4), volume.Shape);
            Assert.Equal(fields[1], volume.Directions);
            Assert.Equal(numbers[0], volume.Spacing.Z, 1e-4);
            Assert.Equal(numbers[1], volume.Spacing.Y, 1e-4);
            Assert.Equal(numbers[2], volume.Spacing.X, 1e-4);
            Assert.All(numbers[3..].Zip(volume.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }
}
