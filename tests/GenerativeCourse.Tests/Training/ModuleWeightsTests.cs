using System.Diagnostics;
using GenerativeCourse.Cli.Testing;
using GenerativeCourse.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Training;

public sealed class ModuleWeightsTests : IDisposable
{
    readonly DisposeScope _scope = NewDisposeScope();
    readonly TemporaryFolder _folder = new();

    string File => Path.Combine(_folder.Path, "weights.safetensors");

    public void Dispose()
    {
        _folder.Dispose();
        _scope.Dispose();
    }

    static nn.Module<Tensor, Tensor> Model(long width = 4) => nn.Sequential(("hidden", nn.Linear(3, width)), ("bend", nn.PReLU(1)), ("output", nn.Linear(width, 2, hasBias: false)));

    static float[] Values(Tensor tensor) => tensor.to(ScalarType.Float32).data<float>().ToArray();

    [Theory]
    [InlineData(null)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void Weights_go_from_one_module_to_another(ScalarType? dtype)
    {
        nn.Module<Tensor, Tensor> one = Model(), other = Model();
        one.SaveSafetensors(File, dtype);
        Assert.Equal("pt", Safetensors.LoadMetadata(File)["format"]);
        Assert.All(Safetensors.Load(File).Values, tensor => Assert.Equal(dtype ?? ScalarType.Float32, tensor.dtype));
        var (missing, unexpected) = other.LoadSafetensors(File);
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        foreach (var (name, tensor) in other.state_dict())
        {
            Assert.Equal(Values(one.state_dict()[name].to(dtype ?? ScalarType.Float32)), Values(tensor));
            Assert.True(tensor.requires_grad);
        }
    }

    [Fact]
    public void What_does_not_fit_is_named_and_changes_nothing()
    {
        nn.Module<Tensor, Tensor> module = Model();
        Dictionary<string, Tensor> state = module.state_dict();
        float[] before = Values(state["hidden.weight"]);
        Safetensors.Save(File, new Dictionary<string, Tensor> { ["hidden.weight"] = ones(4, 3), ["hidden.bias"] = ones(4), ["bend.weight"] = ones(1), ["extra"] = ones(1) });
        Assert.Contains("missing \"output.weight\"; unexpected \"extra\". Pass strict: false", Assert.Throws<SafetensorsException>(() => module.LoadSafetensors(File)).Message);
        Assert.Equal(before, Values(state["hidden.weight"]));
        Model(width: 5).SaveSafetensors(File);
        var error = Assert.Throws<SafetensorsException>(() => module.LoadSafetensors(File));
        Assert.Contains("\"hidden.weight\" is [5, 3] in the file, [4, 3] in the module", error.Message);
        Assert.Contains("\"output.weight\" is [2, 5] in the file, [2, 4] in the module", error.Message);
        Assert.Equal(before, Values(state["hidden.weight"]));
        Assert.Contains("floating-point", Assert.Throws<ArgumentException>(() => module.SaveSafetensors(File, ScalarType.Int64)).Message);
    }

    [Fact]
    public void Without_strict_what_both_have_is_loaded()
    {
        nn.Module<Tensor, Tensor> module = Model();
        Safetensors.Save(File, new Dictionary<string, Tensor> { ["hidden.bias"] = full(4, 7), ["extra"] = ones(1) });
        var (missing, unexpected) = module.LoadSafetensors(File, strict: false);
        Assert.Equal(["hidden.weight", "bend.weight", "output.weight"], missing);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal([7, 7, 7, 7], Values(module.state_dict()["hidden.bias"]));
    }

    // Reads a file as its format says, gives it to PyTorch's module of the same architecture, and writes what that makes of an input, in types of all widths.
    const string Peer = """
        import json, struct, sys, torch
        types = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64, "U8": torch.uint8}
        data = open(sys.argv[1], "rb").read()
        size, = struct.unpack("<Q", data[:8])
        header = json.loads(data[8:8 + size])
        assert header.pop("__metadata__") == {"format": "pt"}
        state = {name: torch.frombuffer(bytearray(data[8 + size + e["data_offsets"][0]:8 + size + e["data_offsets"][1]]), dtype=types[e["dtype"]]).reshape(e["shape"]) for name, e in header.items()}
        class Model(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.hidden, self.bend, self.output = torch.nn.Linear(3, 4), torch.nn.PReLU(1), torch.nn.Linear(4, 2, bias=False)
            def forward(self, x):
                return self.output(self.bend(self.hidden(x)))
        model = Model()
        model.load_state_dict(state)
        made = model(torch.arange(6.0).reshape(2, 3)).detach()
        tensors = {"F32": made, "F16": made.half(), "BF16": made.bfloat16(), "I64": (made * 1000).long(), "U8": torch.arange(256, dtype=torch.uint8)}
        header, body = {}, b""
        for name, tensor in tensors.items():
            bytes_ = (tensor.view(torch.int16) if tensor.dtype == torch.bfloat16 else tensor).contiguous().numpy().tobytes()
            header[name] = {"data_offsets": [len(body), len(body) + len(bytes_)], "shape": list(tensor.shape), "dtype": name}
            body += bytes_
        text = json.dumps(header).encode()
        open(sys.argv[2], "wb").write(struct.pack("<Q", len(text)) + text + body)
        """;

    [Fact]
    public async Task Weights_travel_to_pytorch_and_back()
    {
        GenerativeCourse.Testing.Peer.Require("python3-torch");
        nn.Module<Tensor, Tensor> model = Model();
        model.SaveSafetensors(File);
        string script = _folder.Write("peer.py", System.Text.Encoding.UTF8.GetBytes(Peer)), back = Path.Combine(_folder.Path, "back.safetensors");
        using Process python = Process.Start(new ProcessStartInfo(PeerPackage.Python, [script, File, back]) { RedirectStandardError = true })!;
        string said = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, said);
        Dictionary<string, Tensor> read = Safetensors.Load(back);
        Tensor made = model.call(arange(6, ScalarType.Float32).reshape(2, 3)).detach();
        Assert.True(made.allclose(read["F32"]));
        Assert.True(read["F32"].to(ScalarType.Float16).Equals(read["F16"]));
        Assert.True(read["F32"].to(ScalarType.BFloat16).Equals(read["BF16"]));
        Assert.True((read["F32"] * 1000).to(ScalarType.Int64).Equals(read["I64"]));
        Assert.True(arange(256, ScalarType.Byte).Equals(read["U8"]));
    }
}
