namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Scalar target) => Ops.eq_scalar.Call(this, target);
        public Tensor eq(Tensor target) => Ops.eq_tensor.Call(this, target);
        public Tensor eq_(Scalar target) => Ops.eq_scalar_.On(this, target);
        public Tensor eq_(Tensor target) => Ops.eq_.On(this, target);
        public Tensor ne(Scalar target) => Ops.ne_scalar.Call(this, target);
        public Tensor ne(Tensor target) => Ops.ne_tensor.Call(this, target);
        public Tensor ne_(Scalar target) => Ops.ne_scalar_.On(this, target);
        public Tensor ne_(Tensor target) => Ops.ne_.On(this, target);
        public Tensor lt(Scalar target) => Ops.lt_scalar.Call(this, target);
        public Tensor lt(Tensor target) => Ops.lt_tensor.Call(this, target);
        public Tensor lt_(Scalar target) => Ops.lt_scalar_.On(this, target);
        public Tensor lt_(Tensor target) => Ops.lt_.On(this, target);
        public Tensor le(Scalar target) => Ops.le_scalar.Call(this, target);
        public Tensor le(Tensor target) => Ops.le_tensor.Call(this, target);
        public Tensor le_(Scalar target) => Ops.le_scalar_.On(this, target);
        public Tensor le_(Tensor target) => Ops.le_.On(this, target);
        public Tensor gt(Scalar target) => Ops.gt_scalar.Call(this, target);
        public Tensor gt(Tensor target) => Ops.gt_tensor.Call(this, target);
        public Tensor gt_(Scalar target) => Ops.gt_scalar_.On(this, target);
        public Tensor gt_(Tensor target) => Ops.gt_.On(this, target);
        public Tensor ge(Scalar target) => Ops.ge_scalar.Call(this, target);
        public Tensor ge(Tensor target) => Ops.ge_tensor.Call(this, target);
        public Tensor ge_(Scalar target) => Ops.ge_scalar_.On(this, target);
        public Tensor ge_(Tensor target) => Ops.ge_.On(this, target);

        /// <summary>Element by element, as eq: TorchSharp's equal is not PyTorch's.</summary>
        public Tensor equal(Tensor target) => eq(target);
        public Tensor not_equal(Tensor target) => ne(target);
        public Tensor not_equal_(Tensor target) => ne_(target);
        public Tensor greater(Tensor target) => gt(target);
        public Tensor greater_equal(Tensor target) => ge(target);
        public Tensor less(Tensor target) => lt(target);
        public Tensor less_equal(Tensor target) => le(target);
        public Tensor less_equal_(Tensor target) => le_(target);

        /// <summary>Whether every |this - target| is at most atol + rtol |target|.</summary>
        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Ops.allclose.CallBool(this, target, rtol, atol, equal_nan);
        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) => Ops.isclose.Call(this, other, rtol, atol, nanEqual);
        public Tensor isnan() => Ops.isnan.Call(this);
        public Tensor isinf() => Ops.isinf.Call(this);
        public Tensor isfinite() => Ops.isfinite.Call(this);
        public Tensor isposinf() => Ops.isposinf.Call(this);
        public Tensor isneginf() => Ops.isneginf.Call(this);
        public Tensor isreal() => Ops.isreal.Call(this);

        /// <summary>Which elements occur among the test elements.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) => Ops.isin.Call(this, test_elements, assumeUnique, invert);
        public bool is_nonzero() =>
            numel() == 1 ? Ops.is_nonzero.CallBool(this) : throw new InvalidOperationException($"is_nonzero needs a tensor of one element; this one has shape [{string.Join(", ", shape)}]");
        public Tensor maximum(Tensor other) => Ops.maximum.Call(this, other);
        public Tensor minimum(Tensor other) => Ops.minimum.Call(this, other);

        /// <summary>The larger, and the number where the other is NaN.</summary>
        public Tensor fmax(Tensor other) => Ops.fmax.Call(this, other);

        /// <summary>The smaller, and the number where the other is NaN.</summary>
        public Tensor fmin(Tensor other) => Ops.fmin.Call(this, other);

        /// <summary>This where the condition holds, y elsewhere; shapes broadcast.</summary>
        public Tensor where(Tensor condition, Tensor y) => Ops.where.Call(condition, this, y);
    }
}

internal static partial class Ops
{
    internal static readonly Op eq_scalar = new("eq.Scalar"), eq_tensor = new("eq.Tensor"), eq_scalar_ = new("eq_.Scalar"),
        eq_ = new("eq_.Tensor"), ne_scalar = new("ne.Scalar"), ne_tensor = new("ne.Tensor"), ne_scalar_ = new("ne_.Scalar"),
        ne_ = new("ne_.Tensor"), lt_scalar = new("lt.Scalar"), lt_tensor = new("lt.Tensor"), lt_scalar_ = new("lt_.Scalar"),
        lt_ = new("lt_.Tensor"), le_scalar = new("le.Scalar"), le_tensor = new("le.Tensor"), le_scalar_ = new("le_.Scalar"),
        le_ = new("le_.Tensor"), gt_scalar = new("gt.Scalar"), gt_tensor = new("gt.Tensor"), gt_scalar_ = new("gt_.Scalar"),
        gt_ = new("gt_.Tensor"), ge_scalar = new("ge.Scalar"), ge_tensor = new("ge.Tensor"), ge_scalar_ = new("ge_.Scalar"),
        ge_ = new("ge_.Tensor"), allclose = new("allclose"), isclose = new("isclose"), isnan = new("isnan"), isinf = new("isinf"),
        isfinite = new("isfinite"), isposinf = new("isposinf"), isneginf = new("isneginf"), isreal = new("isreal"),
        isin = new("isin.Tensor_Tensor"), is_nonzero = new("is_nonzero"), maximum = new("maximum"), minimum = new("minimum"),
        fmax = new("fmax"), fmin = new("fmin"), where = new("where.self");
}
