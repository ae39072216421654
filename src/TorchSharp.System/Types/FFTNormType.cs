namespace TorchSharp;

/// <summary>Which of a transform and its inverse divides by the length; Ortho takes the root of it in both.</summary>
public enum FFTNormType
{
    Backward = 0,
    Forward = 1,
    Ortho = 2,
}
