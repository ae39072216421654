using GenerativeCourse.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Benchmarks;

/// <summary>A thousand sums of two tensors of one element: what a call costs.</summary>
sealed class OperatorWorkload : Workload
{
    public override string Name => "tiny-operator";
    public override IReadOnlyList<Variant> Fast => [Variant.Plain];
    public override int StepsATurn => 100;

    public override void Save(string path)
    {
        using DisposeScope scope = NewDisposeScope();
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["x"] = zeros(1), ["y"] = ones(1) });
    }

    public override Func<double> Begin(string path, Variant variant)
    {
        Dictionary<string, Tensor> file = Safetensors.Load(path);
        return () =>
        {
            Tensor sum = file["x"];
            for (int i = 0; i < 1000; i++)
                sum = sum.add(file["y"]);
            return sum.item<float>();
        };
    }
}
