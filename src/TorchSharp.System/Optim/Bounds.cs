using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>Refuses hyperparameters that make no sense, by their names.</summary>
internal static class Bounds
{
    internal static void AtLeastZero(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0))
            throw new ArgumentException($"{name} must be at least 0, not {value}");
    }

    internal static void BelowOne(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && value < 1))
            throw new ArgumentException($"{name} must be at least 0 and below 1, not {value}");
    }

    internal static void UpToOne(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentException($"{name} must be from 0 to 1, not {value}");
    }
}
