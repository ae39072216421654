using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Binary cross entropy of each class, with logits, averaged over classes: input and target (N, C).</summary>
        public sealed class MultiLabelSoftMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
        {
            public MultiLabelSoftMarginLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(weight, reduction) { }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                /// <inheritdoc cref="Modules.MultiLabelSoftMarginLoss"/>
                public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Tensor losses = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input));
                    if (weight is not null)
                        losses = losses * weight;
                    return Reduced(losses.mean([-1]), reduction).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
