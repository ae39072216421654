using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>A second model whose weights follow the trained one's as an exponential moving average (Polyak and Juditsky, 1992): less noise than the last step's, at no cost in training.</summary>
public sealed class WeightAverage
{
    readonly (Tensor Average, Tensor Weight)[] pairs;
    readonly double decay;

    /// <summary>An average over about 1 / (1 - <paramref name="decay"/>) steps, over fewer at first.</summary>
    /// <param name="model">The model that is trained.</param>
    /// <param name="average">Another model of the same shape, whose weights are overwritten.</param>
    /// <param name="decay">What remains of the average at a step.</param>
    /// <exception cref="ArgumentException">The models differ in their weights' names or shapes.</exception>
    public WeightAverage(nn.Module model, nn.Module average, double decay = 0.999)
    {
        var weights = model.named_parameters().ToDictionary(item => item.name, item => (Tensor)item.parameter);
        var averages = average.named_parameters().ToDictionary(item => item.name, item => (Tensor)item.parameter);
        foreach (var (name, weight) in weights)
            if (!averages.TryGetValue(name, out Tensor? other) || !other.shape.SequenceEqual(weight.shape))
                throw new ArgumentException($"the model that averages has no {name} of shape [{string.Join(", ", weight.shape)}]: give it the trained model's sizes");
        (Model, this.decay) = (average, decay);
        pairs = [.. weights.Select(item => (averages[item.Key].requires_grad_(false), item.Value))];
        Move(0);
    }

    /// <summary>The model that holds the average.</summary>
    public nn.Module Model { get; }

    /// <summary>Moves the average towards the weights after a step, counted from 1.</summary>
    public void Update(long step) => Move(Math.Min(decay, (1.0 + step) / (10 + step)));

    void Move(double kept)
    {
        using IDisposable off = no_grad();
        foreach (var (average, weight) in pairs)
        {
            if (kept > 0)
                average.mul_(kept).add_(weight, alpha: 1 - kept);
            else
                average.copy_(weight);
        }
    }
}
