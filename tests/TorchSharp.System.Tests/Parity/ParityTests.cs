using System.Diagnostics;
using System.Text.Json;
using GenerativeCourse.Cli.Testing;
using Xunit.Sdk;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class ParityTests
{
    [Fact]
    public void An_operator_and_its_gradients_are_pytorchs() => Parity.Torch.Check("add", given => given["a"] + given["b"]);

    [Fact]
    public void A_wrong_value_is_named_with_its_place()
    {
        var error = Assert.ThrowsAny<XunitException>(() => Parity.Torch.Check("add", given => given["a"] + given["b"] + given["b"]));
        Assert.Matches(@"^torch/add, outputs ""0"" at \[\d, \d\]: PyTorch has -?0\.\d+, ours is -?[01]\.\d+; 6 of 6 differ", error.Message);
    }

    [Fact]
    public void A_wrong_gradient_is_found()
    {
        // b + b - detached b: the right value, twice the gradient.
        using Tensor minus = FromData<float>([-1], [1], null, null, false);
        var error = Assert.ThrowsAny<XunitException>(() => Parity.Torch.Check("add", given => given["a"] + given["b"] + given["b"] + new Op("detach").Call(given["b"]) * minus));
        Assert.StartsWith("torch/add, gradients \"b\" at [", error.Message);
    }

    [Fact]
    public void Fixtures_hold_every_type()
    {
        ParityCase given = Parity.Optim["dtypes"];
        Assert.Equal([1.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity], given["float32"].data<float>().ToArray());
        Assert.Equal([1L, -(1L << 40)], given["int64"].data<long>().ToArray());
        Assert.Equal([true, false], given["bool"].data<bool>().ToArray());
        Assert.Equal(ScalarType.BFloat16, given["bfloat16"].dtype);
        Assert.Equal([(1f, 2f), (0f, -0.5f)], given["complex64"].data<(float, float)>().ToArray());
        Assert.Empty(given["scalar"].shape);
        foreach (string name in given.Names("inputs"))
            given.Equal("inputs", name, given[name]);
    }

    [Fact]
    public async Task Fixtures_are_what_pytorch_computes_today()
    {
        Peer.Require("python3-torch");
        using var folder = new TemporaryFolder();
        using Process make = Process.Start(new ProcessStartInfo(PeerPackage.Python, [Path.Combine(Parity.Folder, "make.py"), folder.Path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = make.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string version = (await make.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n')[0];
        string said = await error;
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(make.ExitCode == 0, said);
        foreach (string fixture in Directory.GetFiles(folder.Path))
            Compare(fixture, Path.Combine(Parity.Folder, Path.GetFileName(fixture)), version);
    }

    // The same bytes on the same kind of processor; on another one libtorch may sum in another order.
    static void Compare(string made, string committed, string version)
    {
        string[] fresh = File.ReadAllLines(made), kept = File.ReadAllLines(committed);
        string area = Path.GetFileNameWithoutExtension(made);
        Assert.True(fresh.Length == kept.Length, $"{area}: make.py makes {fresh.Length} cases, {kept.Length} are committed: run it");
        for (int i = 0; i < fresh.Length; i++)
        {
            if (fresh[i] == kept[i])
                continue;
            JsonElement one = JsonSerializer.Deserialize<JsonElement>(fresh[i]), other = JsonSerializer.Deserialize<JsonElement>(kept[i]);
            var name = one.GetProperty("case").GetString()!;
            Assert.Equal(other.GetProperty("case").GetString(), name);
            double allowed = Parity.Allowed(name, version, 1e-6);
            ParityCase now = new($"{area}/{name}", one), then = new(name, other);
            foreach (JsonProperty section in one.EnumerateObject().Where(section => section.Value.ValueKind == JsonValueKind.Object))
            {
                Assert.Equal(then.Names(section.Name).Order(), now.Names(section.Name).Order());
                foreach (string key in now.Names(section.Name))
                    now.Equal(section.Name, key, then.Read(section.Name, key), allowed, allowed);
            }
        }
    }
}
