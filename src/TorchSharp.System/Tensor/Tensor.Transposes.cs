namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All axes in reverse order.</summary>
        public Tensor T => Ops.numpy_T.Call(this);

        /// <summary>A matrix transposed and conjugated.</summary>
        public Tensor H => Ops.matrix_H.Call(this);

        /// <summary>The last two axes exchanged.</summary>
        public Tensor mT => Ops.mT.Call(this);

        /// <summary>The last two axes exchanged and conjugated.</summary>
        public Tensor mH => Ops.mH.Call(this);

        /// <summary>The real part, shared.</summary>
        public Tensor real => Ops.real.Call(this);

        /// <summary>The imaginary part, shared.</summary>
        public Tensor imag => Ops.imag.Call(this);
    }
}

internal static partial class Ops
{
    internal static readonly Op numpy_T = new("numpy_T"), matrix_H = new("matrix_H"), mT = new("mT"), mH = new("mH"), real = new("real"), imag = new("imag");
}
