using GenerativeCourse.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenerativeCourse.Benchmarks;

/// <summary>An Adam step over 200 tensors of 32 x 32: what the optimiser costs beside the arithmetic.</summary>
sealed class AdamWorkload : Workload
{
    const int Tensors = 200, Side = 32;

    public override string Name => "adam-200";
    public override IReadOnlyList<Variant> Fast => [new(Precision.Float32, ChannelsLast: false, Foreach: true)];
    public override int StepsATurn => 20;

    public override void Save(string path)
    {
        manual_seed(Seed);
        using DisposeScope scope = NewDisposeScope();
        Safetensors.Save(path, Enumerable.Range(0, Tensors).SelectMany(i => new[] { ($"weight.{i}", randn(Side, Side)), ($"gradient.{i}", randn(Side, Side)) })
            .ToDictionary(item => item.Item1, item => item.Item2));
    }

    public override Func<double> Begin(string path, Variant variant)
    {
        Dictionary<string, Tensor> file = Safetensors.Load(path);
        Parameter[] weights = [.. Enumerable.Range(0, Tensors).Select(i => new Parameter(file[$"weight.{i}"]))];
        for (int i = 0; i < Tensors; i++)
            weights[i].grad = file[$"gradient.{i}"];
        Adam optimizer = optim.Adam(weights, lr: 1e-3);
        return () =>
        {
            optimizer.step();
            return weights[0][0, 0].item<float>();
        };
    }
}
