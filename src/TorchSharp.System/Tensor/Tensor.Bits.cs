namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor bitwise_and(Tensor other) => Ops.bitwise_and.Call(this, other);
        public Tensor bitwise_and_(Tensor other) => Ops.bitwise_and_.On(this, other);
        public Tensor bitwise_or(Tensor other) => Ops.bitwise_or.Call(this, other);
        public Tensor bitwise_or_(Tensor other) => Ops.bitwise_or_.On(this, other);
        public Tensor bitwise_xor(Tensor other) => Ops.bitwise_xor.Call(this, other);
        public Tensor bitwise_xor_(Tensor other) => Ops.bitwise_xor_.On(this, other);
        public Tensor bitwise_not() => Ops.bitwise_not.Call(this);
        public Tensor bitwise_not_() => Ops.bitwise_not_.On(this);
        public Tensor bitwise_left_shift(Tensor other) => Ops.bitwise_left_shift.Call(this, other);
        public Tensor bitwise_left_shift_(Tensor other) => Ops.bitwise_left_shift_.On(this, other);
        public Tensor bitwise_right_shift(Tensor other) => Ops.bitwise_right_shift.Call(this, other);
        public Tensor bitwise_right_shift_(Tensor other) => Ops.bitwise_right_shift_.On(this, other);
        public Tensor logical_and(Tensor other) => Ops.logical_and.Call(this, other);
        public Tensor logical_and_(Tensor other) => Ops.logical_and_.On(this, other);
        public Tensor logical_or(Tensor other) => Ops.logical_or.Call(this, other);
        public Tensor logical_or_(Tensor other) => Ops.logical_or_.On(this, other);
        public Tensor logical_xor(Tensor other) => Ops.logical_xor.Call(this, other);
        public Tensor logical_xor_(Tensor other) => Ops.logical_xor_.On(this, other);
        public Tensor logical_not() => Ops.logical_not.Call(this);
        public Tensor logical_not_() => Ops.logical_not_.On(this);
    }
}

internal static partial class Ops
{
    internal static readonly Op bitwise_and = new("bitwise_and.Tensor"), bitwise_and_ = new("bitwise_and_.Tensor"),
        bitwise_or = new("bitwise_or.Tensor"), bitwise_or_ = new("bitwise_or_.Tensor"), bitwise_xor = new("bitwise_xor.Tensor"),
        bitwise_xor_ = new("bitwise_xor_.Tensor"), bitwise_not = new("bitwise_not"), bitwise_not_ = new("bitwise_not_"),
        bitwise_left_shift = new("bitwise_left_shift.Tensor"), bitwise_left_shift_ = new("bitwise_left_shift_.Tensor"),
        bitwise_right_shift = new("bitwise_right_shift.Tensor"), bitwise_right_shift_ = new("bitwise_right_shift_.Tensor"),
        logical_and = new("logical_and"), logical_and_ = new("logical_and_"), logical_or = new("logical_or"),
        logical_or_ = new("logical_or_"), logical_xor = new("logical_xor"), logical_xor_ = new("logical_xor_"),
        logical_not = new("logical_not"), logical_not_ = new("logical_not_");
}
