using TorchSharp;

namespace GenerativeCourse.Figures;

public readonly partial struct Numbers
{
    /// <summary>Copies a tensor with one axis; axes of length 1 do not count.</summary>
    public static implicit operator Numbers(torch.Tensor tensor) => tensor.shape.Count(length => length != 1) <= 1
        ? new(TensorData.Doubles(tensor))
        : throw new ArgumentException($"A tensor of shape {TensorData.Shape(tensor)} is not a row of numbers; choose one axis, for example tensor[.., 0].");
}
