using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x relu6(x + 3) / 6, elementwise (Howard et al. 2019).</summary>
        public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
        {
            internal Hardswish(bool inplace) : base(nameof(Hardswish)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor hardswish(Tensor input, bool inplace = false) => (inplace ? Ops.hardswish_ : Ops.hardswish).Call(input);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op hardswish = new("hardswish"), hardswish_ = new("hardswish_");
    }
}
