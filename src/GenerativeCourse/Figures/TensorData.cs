using TorchSharp;

namespace GenerativeCourse.Figures;

/// <summary>Copies tensors of any type and device out to arrays; the tensors stay as they are.</summary>
static class TensorData
{
    public static double[] Doubles(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().to(torch.float64).cpu().contiguous().data<double>().ToArray();
    }

    public static float[] Floats(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().to(torch.float32).cpu().contiguous().data<float>().ToArray();
    }

    public static string Shape(torch.Tensor tensor) => $"({string.Join(", ", tensor.shape)})";
}
