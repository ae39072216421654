using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>A module's parameters and buffers to and from safetensors files, under the names that PyTorch gives them.</summary>
public static class ModuleWeights
{
    /// <summary>Writes the module's state, its floating-point tensors as dtype where one is given.</summary>
    /// <exception cref="ArgumentException">The dtype is no floating-point type, or a tensor's has no place in the format.</exception>
    public static void SaveSafetensors(this nn.Module module, string path, ScalarType? dtype = null, IReadOnlyDictionary<string, string>? metadata = null)
    {
        if (dtype is { } wanted && !is_floating_point(wanted))
            throw new ArgumentException($"weights are stored as a floating-point type, not as {wanted}");
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var stored = module.state_dict().ToDictionary(pair => pair.Key, pair => dtype is { } type && is_floating_point(pair.Value) ? pair.Value.to(type) : pair.Value);
        // Readers in Python ask for the format; pt says that the names and layouts are PyTorch's.
        Safetensors.Save(path, stored, new Dictionary<string, string>(metadata ?? new Dictionary<string, string>()) { ["format"] = "pt" });
    }

    /// <summary>Fills the module's state from a file, whatever floating-point type either has. Nothing is changed unless all fits; without strict, names that only one side has are passed over.</summary>
    /// <returns>The names that the file lacks, and those that the module lacks.</returns>
    /// <exception cref="SafetensorsException">The file is malformed, or its names or shapes are not the module's.</exception>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected) LoadSafetensors(this nn.Module module, string path, bool strict = true)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        Dictionary<string, Tensor> file = Safetensors.Load(path), state = module.state_dict();
        List<string> missing = [.. state.Keys.Where(name => !file.ContainsKey(name))], unexpected = [.. file.Keys.Where(name => !state.ContainsKey(name))];
        if (strict && missing.Count + unexpected.Count > 0)
            throw new SafetensorsException($"{path} does not fit {module.GetName()}: {string.Join("; ", Said(missing, "missing"), Said(unexpected, "unexpected")).Trim(' ', ';')}. Pass strict: false to load what both have.");
        List<string> common = [.. state.Keys.Where(file.ContainsKey)];
        List<string> other = [.. common.Where(name => !state[name].shape.SequenceEqual(file[name].shape))
            .Select(name => $"\"{name}\" is {Shape(file[name])} in the file, {Shape(state[name])} in the module")];
        if (other.Count > 0)
            throw new SafetensorsException($"{path} does not fit {module.GetName()}: {Listed(other)}.");
        foreach (string name in common)
            state[name].copy_(file[name]);
        return (missing, unexpected);
    }

    static string Said(List<string> names, string what) => names.Count == 0 ? "" : $"{what} {Listed([.. names.Select(name => $"\"{name}\"")])}";

    // Some are enough to see what is wrong.
    static string Listed(List<string> items) => items.Count <= 4 ? string.Join(", ", items) : $"{string.Join(", ", items.Take(3))} and {items.Count - 3} more";

    static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
