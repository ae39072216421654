using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Binary cross entropy of sigmoid(input), without overflow; pos_weights scale the positive part.</summary>
        public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
        {
            readonly Tensor? given;

            public BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null) : base(weight, reduction) => given = pos_weights;

            public Tensor? pos_weights => BufferOf(nameof(pos_weights)) ?? given;

            protected override void RegisterComponents()
            {
                base.RegisterComponents();
                if (BufferOf(nameof(pos_weights)) is null)
                    ConditionallyRegisterBuffer(nameof(pos_weights), given);
            }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

            public static partial class functional
            {
                /// <summary>Binary cross entropy of sigmoid(input), without overflow.</summary>
                public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                    Ops.binary_cross_entropy_with_logits.Call(input, target, weight, pos_weights, (long)reduction);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op binary_cross_entropy_with_logits = new("binary_cross_entropy_with_logits");
    }
}
