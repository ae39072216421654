namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor digamma() => Ops.digamma.Call(this);
        public Tensor digamma_() => Ops.digamma_.On(this);
        public Tensor lgamma() => Ops.lgamma.Call(this);
        public Tensor lgamma_() => Ops.lgamma_.On(this);

        /// <summary>Multivariate log-gamma of dimension p.</summary>
        public Tensor mvlgamma(long p) => Ops.mvlgamma.Call(this, p);
        public Tensor mvlgamma_(long p) => Ops.mvlgamma_.On(this, p);

        /// <summary>Derivative number p of digamma.</summary>
        public Tensor polygamma(long p) => Ops.polygamma.Call(p, this);
        public Tensor polygamma_(long p) => Ops.polygamma_.On(this, p);

        /// <summary>Regularised lower incomplete gamma function.</summary>
        public Tensor igamma(Tensor other) => Ops.igamma.Call(this, other);

        /// <summary>Regularised upper incomplete gamma function.</summary>
        public Tensor igammac(Tensor other) => Ops.igammac.Call(this, other);
        public Tensor erf() => Ops.erf.Call(this);
        public Tensor erf_() => Ops.erf_.On(this);
        public Tensor erfc() => Ops.erfc.Call(this);
        public Tensor erfc_() => Ops.erfc_.On(this);
        public Tensor erfinv() => Ops.erfinv.Call(this);
        public Tensor erfinv_() => Ops.erfinv_.On(this);
        public Tensor i0() => Ops.i0.Call(this);
        public Tensor i0_() => Ops.i0_.On(this);

        /// <summary>log(x / (1 - x)); eps clamps x into [eps, 1 - eps].</summary>
        public Tensor logit(double? eps = null) => Ops.logit.Call(this, eps);
        public Tensor logit_(double? eps = null) => Ops.logit_.On(this, eps);
    }
}

internal static partial class Ops
{
    internal static readonly Op digamma = new("digamma"), digamma_ = new("digamma_"), lgamma = new("lgamma"), lgamma_ = new("lgamma_"),
        mvlgamma = new("mvlgamma"), mvlgamma_ = new("mvlgamma_"), polygamma = new("polygamma"), polygamma_ = new("polygamma_"),
        igamma = new("igamma"), igammac = new("igammac"), erf = new("erf"), erf_ = new("erf_"), erfc = new("erfc"), erfc_ = new("erfc_"),
        erfinv = new("erfinv"), erfinv_ = new("erfinv_"), i0 = new("i0"), i0_ = new("i0_"), logit = new("logit"), logit_ = new("logit_");
}
