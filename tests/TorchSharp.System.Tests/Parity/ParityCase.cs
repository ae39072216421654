using System.Runtime.InteropServices;
using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>One recorded case: inputs to compute with, and what PyTorch made of them to compare with.</summary>
internal sealed class ParityCase(string name, JsonElement record)
{
    readonly Dictionary<string, Tensor> inputs = [];

    internal string Name => name;

    /// <summary>An input, always the same tensor; a floating-point one asks for its gradient if PyTorch's has one.</summary>
    internal Tensor this[string input]
    {
        get
        {
            if (!inputs.TryGetValue(input, out Tensor? tensor))
                inputs[input] = tensor = Read("inputs", input).requires_grad_(Names("gradients").Contains(input));
            return tensor;
        }
    }

    /// <summary>The keys of a section: inputs, outputs, gradients, or what the case adds, as a module's state and trained.</summary>
    internal IReadOnlyList<string> Names(string section) =>
        record.TryGetProperty(section, out JsonElement found) ? [.. found.EnumerateObject().Select(item => item.Name)] : [];

    /// <summary>A recorded tensor, a fresh one each time.</summary>
    internal Tensor Read(string section, string key)
    {
        if (!record.TryGetProperty(section, out JsonElement found) || !found.TryGetProperty(key, out JsonElement item))
            throw new ArgumentException($"{name} records no {section} \"{key}\"");
        long[] shape = [.. item.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        byte[] data = item.GetProperty("data").GetBytesFromBase64();
        return item.GetProperty("dtype").GetString() switch
        {
            "float32" => Make<float>(data, shape),
            "float64" => Make<double>(data, shape),
            "float16" => Make<float>(data, shape).to(ScalarType.Float16),
            "bfloat16" => Make<float>(data, shape).to(ScalarType.BFloat16),
            "int64" => Make<long>(data, shape),
            "int32" => Make<int>(data, shape),
            "int16" => Make<short>(data, shape),
            "int8" => Make<sbyte>(data, shape),
            "uint8" => Make<byte>(data, shape),
            "bool" => Make<bool>(data, shape),
            "complex64" => Make<(float, float)>(data, shape),
            "complex128" => Make<System.Numerics.Complex>(data, shape),
            var other => throw new NotSupportedException($"{name}: {other}"),
        };
    }

    static Tensor Make<T>(byte[] data, long[] shape) where T : unmanaged => FromData<T>(MemoryMarshal.Cast<byte, T>(data), shape, null, CPU, false);

    /// <summary>Fails, naming the case, the place and both values, unless the tensor is the recorded one in type, shape and values.</summary>
    internal void Equal(string section, string key, Tensor actual, double relative = 1e-5, double absolute = 1e-6)
    {
        using DisposeScope scope = NewDisposeScope();
        Difference.None($"{name}, {section} \"{key}\"", Read(section, key), actual, relative, absolute);
    }

    /// <summary>Compares all outputs, in PyTorch's order.</summary>
    internal void CheckOutputs(IReadOnlyList<Tensor> outputs, double relative, double absolute)
    {
        IReadOnlyList<string> names = Names("outputs");
        Assert.True(names.Count == outputs.Count, $"{name}: PyTorch has {names.Count} outputs, ours are {outputs.Count}");
        for (int i = 0; i < outputs.Count; i++)
            Equal("outputs", names[i], outputs[i], relative, absolute);
    }

    /// <summary>Backward from the scalar that parity.py calls weighted: each output's element i times cos i, summed.</summary>
    internal void Backward(IReadOnlyList<Tensor> outputs)
    {
        Tensor[] roots = [.. outputs.Where(output => output.requires_grad && !output.is_complex())];
        if (roots.Length > 0)
            autograd.backward(roots, [.. roots.Select(Weights)]);
    }

    static Tensor Weights(Tensor output)
    {
        double[] weights = [.. Enumerable.Range(0, (int)output.numel()).Select(i => Math.Cos(i))];
        return FromData<double>(weights, output.shape, output.dtype, output.device, false);
    }

    /// <summary>Compares the gradient of each input that PyTorch has one for.</summary>
    internal void CheckInputGradients(double relative, double absolute)
    {
        foreach (string input in Names("gradients").Where(Names("inputs").Contains))
        {
            Tensor? gradient = this[input].grad;
            Assert.True(gradient is not null, $"{name}: PyTorch has a gradient of {input}, we have none");
            Equal("gradients", input, gradient, relative, absolute);
        }
    }
}
