namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Ops.add.Call(this, target);
        public Tensor add(Tensor target, Scalar alpha) => Ops.add.Call(this, target, alpha);
        public Tensor add_(Tensor target) => Ops.add_.On(this, target);
        public Tensor mul(Tensor target) => Ops.mul.Call(this, target);

        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);
    }
}

internal static partial class Ops
{
    internal static readonly Op add = new("add.Tensor"), add_ = new("add_.Tensor"), mul = new("mul.Tensor");
}
