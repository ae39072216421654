using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class SavingTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("saving").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void TorchSharps_format_is_type_shape_and_bytes()
    {
        using var stream = new MemoryStream();
        tensor(new short[,] { { 1, 2 }, { 3, 4 } }).T.Save(stream);
        Assert.Equal([2, 2, 2, 2, 1, 0, 3, 0, 2, 0, 4, 0], stream.ToArray());
    }

    [Fact]
    public void What_was_saved_loads_again_in_both_formats()
    {
        using Tensor given = randn(3, 200);
        string own = Path.Combine(folder, "own.dat"), archive = Path.Combine(folder, "archive.pt");
        given.Save(own);
        given.save(archive);
        Assert.True(Tensor.Load(own).allclose(given));
        Assert.True(load(archive).allclose(given));
        Assert.Equal(["archive.pt", "own.dat"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Loading_into_a_tensor_of_another_shape_or_type_says_so()
    {
        using var stream = new MemoryStream();
        ones(2, 3).Save(new BinaryWriter(stream));
        BinaryReader Again()
        {
            stream.Position = 0;
            return new BinaryReader(stream);
        }
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => zeros(3, 2).Load(Again())).Message);
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => zeros(2, 3, ScalarType.Int64).Load(Again())).Message);
        Tensor into = zeros(2, 3);
        into.Load(Again());
        Assert.Equal(6f, into.sum().item<float>());
        Tensor skipped = TensorExtensionMethods.Load(Again(), skip: true);
        Assert.Equal(0f, skipped.sum().item<float>());
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_file_that_ends_early_or_holds_no_tensor_is_refused()
    {
        Assert.Throws<EndOfStreamException>(() => Tensor.Load(new MemoryStream([6, 1, 4, 0, 0])));
        Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream([99, 1, 4])));
        Assert.Contains("nothing.pt", Assert.Throws<FileNotFoundException>(() => load(Path.Combine(folder, "nothing.pt"))).Message);
    }
}
