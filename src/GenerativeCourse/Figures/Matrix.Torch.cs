using TorchSharp;

namespace GenerativeCourse.Figures;

public readonly partial struct Matrix
{
    /// <summary>Copies a tensor of shape (rows, columns); further axes in front must have length 1.</summary>
    public static implicit operator Matrix(torch.Tensor tensor)
    {
        if (tensor.dim() < 2 || tensor.shape[..^2].Any(length => length != 1))
            throw new ArgumentException($"A tensor of shape {TensorData.Shape(tensor)} is not a table of numbers; give one of shape (rows, columns).");
        var (values, columns) = (TensorData.Doubles(tensor), (int)tensor.shape[^1]);
        return Of((int)tensor.shape[^2], columns, (row, column) => values[row * columns + column]);
    }
}
