namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor angle() => Ops.angle.Call(this);
        public Tensor conj() => Ops.conj.Call(this);
        public Tensor conj_physical() => Ops.conj_physical.Call(this);
        public Tensor conj_physical_() => Ops.conj_physical_.On(this);
        public Tensor resolve_conj() => Ops.resolve_conj.Call(this);
        public Tensor resolve_neg() => Ops.resolve_neg.Call(this);
        public bool is_conj() => Ops.is_conj.CallBool(this);
        public bool is_neg() => Ops.is_neg.CallBool(this);
        public Tensor cfloat() => to(ScalarType.ComplexFloat32);
        public Tensor cdouble() => to(ScalarType.ComplexFloat64);
    }
}

internal static partial class Ops
{
    internal static readonly Op angle = new("angle"), conj = new("conj"), conj_physical = new("conj_physical"),
        conj_physical_ = new("conj_physical_"), resolve_conj = new("resolve_conj"), resolve_neg = new("resolve_neg"),
        is_conj = new("is_conj"), is_neg = new("is_neg");
}
