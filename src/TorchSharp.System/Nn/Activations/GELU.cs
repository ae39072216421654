using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x Phi(x), Phi being the normal distribution function, or its approximation by tanh (Hendrycks &amp; Gimpel 2016).</summary>
        public sealed class GELU : ParameterLessModule<Tensor, Tensor>
        {
            /// <summary>How Phi is computed.</summary>
            public enum Approximate
            {
                none,
                tanh
            }

            internal GELU(bool inplace, Approximate approximate = Approximate.none) : base(nameof(GELU)) => (this.inplace, this.approximate) = (inplace, approximate);

            public bool inplace { get; set; }
            public Approximate approximate { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static GELU GELU() => new(false);
            public static GELU GELU(bool inplace) => new(inplace);
            public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(inplace, approximate);

            public static partial class functional
            {
                public static Tensor gelu(Tensor x) => Ops.gelu.Call(x);

                public static Tensor gelu(Tensor x, bool inplace) => (inplace ? Ops.gelu_ : Ops.gelu).Call(x);

                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                    (inplace ? Ops.gelu_ : Ops.gelu).Call(x, approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none");
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op gelu = new("gelu"), gelu_ = new("gelu_");
    }
}
