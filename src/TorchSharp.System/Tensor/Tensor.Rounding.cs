namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Ops.abs.Call(this);
        public Tensor abs_() => Ops.abs_.On(this);
        public Tensor absolute() => abs();
        public Tensor absolute_() => abs_();
        public Tensor sign() => Ops.sign.Call(this);
        public Tensor sign_() => Ops.sign_.On(this);
        public Tensor sgn() => Ops.sgn.Call(this);
        public Tensor sgn_() => Ops.sgn_.On(this);
        public Tensor signbit() => Ops.signbit.Call(this);
        public Tensor copysign(Tensor other) => Ops.copysign_tensor.Call(this, other);
        public Tensor copysign_(Tensor other) => Ops.copysign_.On(this, other);
        public Tensor ceil() => Ops.ceil.Call(this);
        public Tensor ceil_() => Ops.ceil_.On(this);
        public Tensor floor() => Ops.floor.Call(this);
        public Tensor floor_() => Ops.floor_.On(this);

        /// <summary>To the nearest number with that many decimals, halves to even.</summary>
        public Tensor round(long decimals = 0) => Ops.round_decimals.Call(this, decimals);
        public Tensor round_(long decimals = 0) => Ops.round_decimals_.On(this, decimals);
        public Tensor trunc() => Ops.trunc.Call(this);
        public Tensor trunc_() => Ops.trunc_.On(this);
        public Tensor fix() => trunc();
        public Tensor fix_() => trunc_();
        public Tensor frac() => Ops.frac.Call(this);
        public Tensor frac_() => Ops.frac_.On(this);

        /// <summary>Mantissa in [0.5, 1) and exponent of two of each element.</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp() => Ops.frexp_tensor.Call2(this);
        public Tensor nextafter(Tensor other) => Ops.nextafter.Call(this, other);
        public Tensor nextafter_(Tensor other) => Ops.nextafter_.On(this, other);

        /// <summary>Each element held between min and max; null leaves that side open.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Ops.clamp.Call(this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Ops.clamp_tensor.Call(this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Ops.clamp_.On(this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Ops.clamp_tensor_.On(this, min, max);
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
        public Tensor clamp_min(Scalar min) => Ops.clamp_min.Call(this, min);
        public Tensor clamp_min_(Scalar min) => Ops.clamp_min_.On(this, min);
        public Tensor clamp_max(Scalar max) => Ops.clamp_max.Call(this, max);
        public Tensor clamp_max_(Scalar max) => Ops.clamp_max_.On(this, max);

        /// <summary>NaN and infinities replaced; null takes the type's largest and smallest number.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => Ops.nan_to_num.Call(this, nan, posinf, neginf);
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) => Ops.nan_to_num_.On(this, nan, posinf, neginf);

        /// <summary>0 below zero, 1 above, and other at zero.</summary>
        public Tensor heaviside(Tensor other) => Ops.heaviside.Call(this, other);
        public Tensor heaviside_(Tensor other) => Ops.heaviside_.On(this, other);
    }
}

internal static partial class Ops
{
    internal static readonly Op abs_ = new("abs_"), sign = new("sign"), sign_ = new("sign_"), sgn = new("sgn"), sgn_ = new("sgn_"),
        signbit = new("signbit"), copysign_tensor = new("copysign.Tensor"), copysign_ = new("copysign_.Tensor"), ceil = new("ceil"),
        ceil_ = new("ceil_"), floor = new("floor"), floor_ = new("floor_"), round_decimals = new("round.decimals"),
        round_decimals_ = new("round_.decimals"), trunc = new("trunc"), trunc_ = new("trunc_"), frac = new("frac"), frac_ = new("frac_"),
        frexp_tensor = new("frexp.Tensor"), nextafter = new("nextafter"), nextafter_ = new("nextafter_"), clamp = new("clamp"),
        clamp_tensor = new("clamp.Tensor"), clamp_ = new("clamp_"), clamp_tensor_ = new("clamp_.Tensor"), clamp_min = new("clamp_min"),
        clamp_min_ = new("clamp_min_"), clamp_max = new("clamp_max"), clamp_max_ = new("clamp_max_"), nan_to_num = new("nan_to_num"),
        nan_to_num_ = new("nan_to_num_"), heaviside = new("heaviside"), heaviside_ = new("heaviside_");
}
