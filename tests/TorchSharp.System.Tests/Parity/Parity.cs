using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>What PyTorch computed, by case: the fixtures that make.py writes, one for each area.</summary>
internal sealed class Parity
{
    internal static readonly Parity Torch = new("torch"), Nn = new("nn"), Optim = new("optim"), Distributions = new("distributions");

    readonly string name;
    readonly Lazy<Dictionary<string, JsonElement>> cases;

    Parity(string name)
    {
        this.name = name;
        cases = new(() => File.ReadLines(Path.Combine(Folder, name + ".jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .ToDictionary(record => record.GetProperty("case").GetString()!));
    }

    /// <summary>Where make.py and its fixtures lie beside the built tests.</summary>
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "Parity");

    /// <summary>How far apart a case may be with a libtorch of a version, where <paramref name="same"/> is for the fixtures' own 1.13: others round bfloat16 in other places, and LBFGS amplifies a last digit.</summary>
    internal static double Allowed(string name, string version, double same) =>
        version.StartsWith("1.13") ? same : name.EndsWith(".bfloat16") ? 0.02 : name == "LBFGS" ? 1e-3 : same;

    /// <summary>The names of all cases, for theories.</summary>
    internal IEnumerable<string> Cases => cases.Value.Keys;

    /// <summary>One case; its tensors are made when asked for and belong to the scope of that moment.</summary>
    internal ParityCase this[string name] => cases.Value.TryGetValue(name, out JsonElement record)
        ? new ParityCase($"{this.name}/{name}", record)
        : throw new ArgumentException($"cases_{this.name}.py has no case {name}, or make.py was not run since");

    /// <summary>Runs the case in C# and compares its output, then the gradient of each input that PyTorch has one for.</summary>
    internal void Check(string name, Func<ParityCase, Tensor> run, double relative = 1e-5, double absolute = 1e-6) =>
        CheckAll(name, given => [run(given)], relative, absolute);

    /// <summary>The same for a case with many outputs, in PyTorch's order.</summary>
    internal void CheckAll(string name, Func<ParityCase, IReadOnlyList<Tensor>> run, double relative = 1e-5, double absolute = 1e-6)
    {
        using DisposeScope scope = NewDisposeScope();
        ParityCase given = this[name];
        IReadOnlyList<Tensor> outputs = run(given);
        given.CheckOutputs(outputs, relative, absolute);
        given.Backward(outputs);
        given.CheckInputGradients(relative, absolute);
    }
}
