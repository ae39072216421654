using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Probabilities or logits, whichever was given; the other is computed when asked for.</summary>
internal static class Either
{
    /// <exception cref="ArgumentException">Both were given, or neither.</exception>
    internal static Tensor Of(Tensor? probs, Tensor? logits) =>
        (probs, logits) switch
        {
            (not null, null) => probs,
            (null, not null) => logits,
            _ => throw new ArgumentException("give either probs or logits, and not both"),
        };
}
