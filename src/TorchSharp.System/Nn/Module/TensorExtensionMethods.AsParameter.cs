using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The tensor as a parameter: it takes the tensor's handle over.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);
}
