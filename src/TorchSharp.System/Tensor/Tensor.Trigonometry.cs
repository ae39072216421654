namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sin() => Ops.sin.Call(this);
        public Tensor sin_() => Ops.sin_.On(this);
        public Tensor cos() => Ops.cos.Call(this);
        public Tensor cos_() => Ops.cos_.On(this);
        public Tensor tan() => Ops.tan.Call(this);
        public Tensor tan_() => Ops.tan_.On(this);
        public Tensor asin() => Ops.asin.Call(this);
        public Tensor asin_() => Ops.asin_.On(this);
        public Tensor acos() => Ops.acos.Call(this);
        public Tensor acos_() => Ops.acos_.On(this);
        public Tensor atan() => Ops.atan.Call(this);
        public Tensor atan_() => Ops.atan_.On(this);
        public Tensor atan2(Tensor other) => Ops.atan2.Call(this, other);
        public Tensor atan2_(Tensor other) => Ops.atan2_.On(this, other);
        public Tensor sinh() => Ops.sinh.Call(this);
        public Tensor sinh_() => Ops.sinh_.On(this);
        public Tensor cosh() => Ops.cosh.Call(this);
        public Tensor cosh_() => Ops.cosh_.On(this);
        public Tensor tanh() => Ops.tanh.Call(this);
        public Tensor tanh_() => Ops.tanh_.On(this);
        public Tensor asinh() => Ops.asinh.Call(this);
        public Tensor asinh_() => Ops.asinh_.On(this);
        public Tensor acosh() => Ops.acosh.Call(this);
        public Tensor acosh_() => Ops.acosh_.On(this);
        public Tensor atanh() => Ops.atanh.Call(this);
        public Tensor atanh_() => Ops.atanh_.On(this);
        public Tensor arcsin() => asin();
        public Tensor arcsin_() => asin_();
        public Tensor arccos() => acos();
        public Tensor arccos_() => acos_();
        public Tensor arctan() => atan();
        public Tensor arctan(Tensor other) => atan2(other);
        public Tensor arctan_() => atan_();
        public Tensor arctan_(Tensor other) => atan2_(other);
        public Tensor arctan2(Tensor other) => atan2(other);
        public Tensor arctan2_(Tensor other) => atan2_(other);
        public Tensor arcsinh() => asinh();
        public Tensor arcsinh_() => asinh_();
        public Tensor arccosh() => acosh();
        public Tensor arccosh_() => acosh_();
        public Tensor arctanh() => atanh();
        public Tensor arctanh_() => atanh_();

        /// <summary>sin(πx) / (πx), and one at zero.</summary>
        public Tensor sinc() => Ops.sinc.Call(this);
        public Tensor sinc_() => Ops.sinc_.On(this);
        public Tensor deg2rad() => Ops.deg2rad.Call(this);
        public Tensor deg2rad_() => Ops.deg2rad_.On(this);
        public Tensor rad2deg() => Ops.rad2deg.Call(this);
        public Tensor rad2deg_() => Ops.rad2deg_.On(this);
    }
}

internal static partial class Ops
{
    internal static readonly Op sin = new("sin"), sin_ = new("sin_"), cos = new("cos"), cos_ = new("cos_"), tan = new("tan"),
        tan_ = new("tan_"), asin = new("asin"), asin_ = new("asin_"), acos = new("acos"), acos_ = new("acos_"), atan = new("atan"),
        atan_ = new("atan_"), atan2 = new("atan2"), atan2_ = new("atan2_"), sinh = new("sinh"), sinh_ = new("sinh_"), cosh = new("cosh"),
        cosh_ = new("cosh_"), asinh = new("asinh"), asinh_ = new("asinh_"), acosh = new("acosh"), acosh_ = new("acosh_"),
        atanh = new("atanh"), atanh_ = new("atanh_"), sinc = new("sinc"), sinc_ = new("sinc_"), deg2rad = new("deg2rad"),
        deg2rad_ = new("deg2rad_"), rad2deg = new("rad2deg"), rad2deg_ = new("rad2deg_");
}
