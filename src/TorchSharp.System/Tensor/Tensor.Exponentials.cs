namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor exp() => Ops.exp.Call(this);
        public Tensor exp_() => Ops.exp_.On(this);
        public Tensor exp2() => Ops.exp2.Call(this);
        public Tensor exp2_() => Ops.exp2_.On(this);

        /// <summary>exp(x) - 1, exact near zero.</summary>
        public Tensor expm1() => Ops.expm1.Call(this);
        public Tensor expm1_() => Ops.expm1_.On(this);
        public Tensor log() => Ops.log.Call(this);
        public Tensor log_() => Ops.log_.On(this);
        public Tensor log2() => Ops.log2.Call(this);
        public Tensor log2_() => Ops.log2_.On(this);
        public Tensor log10() => Ops.log10.Call(this);
        public Tensor log10_() => Ops.log10_.On(this);

        /// <summary>log(1 + x), exact near zero.</summary>
        public Tensor log1p() => Ops.log1p.Call(this);
        public Tensor log1p_() => Ops.log1p_.On(this);

        /// <summary>log(exp(a) + exp(b)), without overflow.</summary>
        public Tensor logaddexp(Tensor other) => Ops.logaddexp.Call(this, other);
        public Tensor logaddexp2(Tensor other) => Ops.logaddexp2.Call(this, other);
        public Tensor pow(Scalar exponent) => Ops.pow_scalar.Call(this, exponent);
        public Tensor pow(Tensor exponent) => Ops.pow.Call(this, exponent);
        public Tensor pow_(Scalar exponent) => Ops.pow_scalar_.On(this, exponent);
        public Tensor pow_(Tensor exponent) => Ops.pow_.On(this, exponent);
        public Tensor float_power(Tensor target) => Ops.float_power.Call(this, target);
        public Tensor float_power_(Tensor target) => Ops.float_power_.On(this, target);
        public Tensor sqrt() => Ops.sqrt.Call(this);
        public Tensor sqrt_() => Ops.sqrt_.On(this);
        public Tensor rsqrt() => Ops.rsqrt.Call(this);
        public Tensor rsqrt_() => Ops.rsqrt_.On(this);
        public Tensor square() => pow(2);

        /// <summary>This times log y, and zero where this is zero.</summary>
        public Tensor xlogy(Scalar y) => Ops.xlogy_scalar_other.Call(this, y);
        public Tensor xlogy(Tensor y) => Ops.xlogy.Call(this, y);
        public Tensor xlogy_(Scalar y) => Ops.xlogy_scalar_other_.On(this, y);
        public Tensor xlogy_(Tensor y) => Ops.xlogy_.On(this, y);
    }
}

internal static partial class Ops
{
    internal static readonly Op exp = new("exp"), exp_ = new("exp_"), exp2 = new("exp2"), exp2_ = new("exp2_"), expm1 = new("expm1"),
        expm1_ = new("expm1_"), log = new("log"), log_ = new("log_"), log2 = new("log2"), log2_ = new("log2_"), log10 = new("log10"),
        log10_ = new("log10_"), log1p = new("log1p"), log1p_ = new("log1p_"), logaddexp = new("logaddexp"), logaddexp2 = new("logaddexp2"),
        pow_scalar = new("pow.Tensor_Scalar"), pow = new("pow.Tensor_Tensor"), pow_scalar_ = new("pow_.Scalar"), pow_ = new("pow_.Tensor"),
        float_power = new("float_power.Tensor_Tensor"), float_power_ = new("float_power_.Tensor"), sqrt = new("sqrt"), sqrt_ = new("sqrt_"),
        rsqrt = new("rsqrt"), rsqrt_ = new("rsqrt_"), xlogy_scalar_other = new("xlogy.Scalar_Other"), xlogy = new("xlogy.Tensor"),
        xlogy_scalar_other_ = new("xlogy_.Scalar_Other"), xlogy_ = new("xlogy_.Tensor");
}
