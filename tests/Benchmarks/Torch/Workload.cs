using GenerativeCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenerativeCourse.Benchmarks;

/// <summary>Something that both sides do, from the same weights and the same data, with the same random numbers.</summary>
abstract class Workload
{
    /// <summary>What both sides seed their generator with before the first step.</summary>
    public const long Seed = 7;

    public abstract string Name { get; }

    /// <summary>Whether most of its work is convolutions.</summary>
    public virtual bool IsConvolutional => false;

    /// <summary>What ours runs with as the course ships it.</summary>
    public Variant Shipped => IsConvolutional ? new(Precision.BFloat16, ChannelsLast: true) : Variant.Plain;

    /// <summary>The forms in which a side may be fastest.</summary>
    public virtual IReadOnlyList<Variant> Fast => Variant.Fast;

    /// <summary>Steps of one turn, such that a turn takes about half a second.</summary>
    public abstract int StepsATurn { get; }

    /// <summary>Writes the weights and the data that both sides begin with.</summary>
    public abstract void Save(string path);

    /// <summary>Reads them, and gives the step: it returns its loss, or 0 where there is none.</summary>
    public abstract Func<double> Begin(string path, Variant variant);

    /// <summary>The tensors of a file whose names begin with <paramref name="part"/> and a dot, without that.</summary>
    protected static void Load(nn.Module model, Dictionary<string, Tensor> file, string part)
    {
        using IDisposable off = no_grad();
        foreach (var (name, tensor) in model.state_dict())
            tensor.copy_(file[$"{part}.{name}"]);
    }

    protected static IEnumerable<KeyValuePair<string, Tensor>> Named(nn.Module model, string part) =>
        model.state_dict().Select(item => KeyValuePair.Create($"{part}.{item.Key}", item.Value));

    /// <summary>Zeroes the gradients, computes the loss under the variant's precision, and steps.</summary>
    protected static double Step(OptimizerHelper optimizer, Variant variant, Func<Tensor> loss)
    {
        Tensor value;
        using (new Autocast(variant.Precision, CPU))
            value = loss();
        optimizer.zero_grad();
        value.backward();
        optimizer.step();
        return value.item<float>();
    }

    protected static void Lay(Variant variant, params nn.Module[] models)
    {
        if (variant.ChannelsLast)
            foreach (nn.Module model in models)
                model.ToChannelsLast();
    }

    protected static Tensor Lay(Variant variant, Tensor images) => variant.ChannelsLast ? images.ToChannelsLast() : images;
}
