using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>max(0, d(anchor, positive) - d(anchor, negative) + margin) with a distance of one's own, pairwise_distance by default.</summary>
        public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
        {
            readonly Func<Tensor, Tensor, Tensor>? distance;
            readonly bool swap;

            public TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
                (this.distance, this.margin, this.swap) = (distance, margin, swap);

            public double margin { get; }

            public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) => nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, distance, margin, swap, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(distance, margin, swap, reduction);

            public static partial class functional
            {
                /// <summary>max(0, d(anchor, positive) - d(anchor, negative) + margin); with swap the smaller of the negative's distances to the other two counts.</summary>
                public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Func<Tensor, Tensor, Tensor> between = distance ?? ((a, b) => pairwise_distance(a, b));
                    Tensor near = between(anchor, positive), far = between(anchor, negative);
                    if (swap)
                        far = minimum(far, between(positive, negative));
                    return Reduced((near - far + margin).clamp_min(0), reduction).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
