namespace TorchSharp;

/// <summary>How a tensor is written.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata,

    /// <summary>Shape, type and device, then rows with aligned columns.</summary>
    Julia,

    /// <summary>Nested brackets.</summary>
    Numpy,

    /// <summary>Shape, type and device, then a C# array initialiser.</summary>
    CSharp,

    /// <summary>What torch.TensorStringStyle says.</summary>
    Default,
}
