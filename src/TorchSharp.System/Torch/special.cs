namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, element by element.</summary>
    public static partial class special
    {
        /// <summary>Airy's function Ai.</summary>
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_airy_ai.Call(input));

        /// <summary>Bessel functions.</summary>
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_bessel_j0.Call(input));
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_bessel_j1.Call(input));
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_bessel_y0.Call(input));
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_bessel_y1.Call(input));

        /// <summary>Chebyshev polynomials of the four kinds, degree n.</summary>
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_chebyshev_polynomial_t.Call(x, n));
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_chebyshev_polynomial_u.Call(x, n));
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_chebyshev_polynomial_v.Call(x, n));
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_chebyshev_polynomial_w.Call(x, n));
        public static Tensor digamma(Tensor input) => input.digamma();

        /// <summary>-x log x, zero at zero.</summary>
        public static Tensor entr(Tensor input) => Ops.special_entr.Call(input);
        public static Tensor erf(Tensor input) => input.erf();
        public static Tensor erfc(Tensor input) => input.erfc();

        /// <summary>exp(x²) erfc(x), without overflow.</summary>
        public static Tensor erfcx(Tensor input) => Ops.special_erfcx.Call(input);
        public static Tensor erfinv(Tensor input) => input.erfinv();
        public static Tensor exp2(Tensor input) => input.exp2();

        /// <summary>The sigmoid.</summary>
        public static Tensor expit(Tensor input) => input.sigmoid();
        public static Tensor expm1(Tensor input) => input.expm1();

        /// <summary>Regularised lower incomplete gamma function.</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => input.igamma(other);

        /// <summary>Regularised upper incomplete gamma function.</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => input.igammac(other);

        /// <summary>log of the absolute gamma function.</summary>
        public static Tensor gammaln(Tensor input) => input.lgamma();

        /// <summary>Hermite polynomials of the physicist (h) and the statistician (he).</summary>
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_hermite_polynomial_h.Call(x, n));
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_hermite_polynomial_he.Call(x, n));
        public static Tensor i0(Tensor input) => input.i0();

        /// <summary>exp(-|x|) i0(x).</summary>
        public static Tensor i0e(Tensor input) => Ops.special_i0e.Call(input);
        public static Tensor i1(Tensor input) => Ops.special_i1.Call(input);

        /// <summary>exp(-|x|) i1(x).</summary>
        public static Tensor i1e(Tensor input) => Ops.special_i1e.Call(input);

        /// <summary>Laguerre polynomials.</summary>
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_laguerre_polynomial_l.Call(x, n));

        /// <summary>Legendre polynomials.</summary>
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) => Tensor.Into(@out, Ops.special_legendre_polynomial_p.Call(x, n));
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

        /// <summary>log(x / (1 - x)).</summary>
        public static Tensor logit(Tensor input) => input.logit();

        /// <summary>Modified Bessel functions.</summary>
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_modified_bessel_i0.Call(input));
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_modified_bessel_i1.Call(input));
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_modified_bessel_k0.Call(input));
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_modified_bessel_k1.Call(input));

        /// <summary>Multivariate log-gamma of dimension p.</summary>
        public static Tensor multigammaln(Tensor input, long p) => input.mvlgamma(p);

        /// <summary>The standard normal distribution function.</summary>
        public static Tensor ndtr(Tensor input) => Ops.special_ndtr.Call(input);

        /// <summary>The standard normal quantile function.</summary>
        public static Tensor ndtri(Tensor input) => Ops.special_ndtri.Call(input);
        public static Tensor polygamma(long n, Tensor input) => input.polygamma(n);

        /// <summary>The logarithmic derivative of the gamma function.</summary>
        public static Tensor psi(Tensor input) => input.digamma();
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_scaled_modified_bessel_k0.Call(input));
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_scaled_modified_bessel_k1.Call(input));

        /// <summary>Chebyshev polynomials shifted to [0, 1].</summary>
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Tensor.Into(@out, Ops.special_shifted_chebyshev_polynomial_t.Call(x, n));
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Tensor.Into(@out, Ops.special_shifted_chebyshev_polynomial_u.Call(x, n));
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Tensor.Into(@out, Ops.special_shifted_chebyshev_polynomial_v.Call(x, n));
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Tensor.Into(@out, Ops.special_shifted_chebyshev_polynomial_w.Call(x, n));
        public static Tensor sigmoid(Tensor input) => input.sigmoid();
        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();
        public static Tensor sinc(Tensor input) => input.sinc();
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) => Tensor.Into(@out, Ops.special_spherical_bessel_j0.Call(input));

        /// <summary>x log(1 + y), zero where x is zero.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => Ops.special_xlog1py.Call(input, other);

        /// <summary>The Hurwitz zeta function.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => Ops.special_zeta.Call(x, q);
    }
}

internal static partial class Ops
{
    internal static readonly Op special_airy_ai = new("special_airy_ai"), special_bessel_j0 = new("special_bessel_j0"),
        special_bessel_j1 = new("special_bessel_j1"), special_bessel_y0 = new("special_bessel_y0"), special_bessel_y1 = new("special_bessel_y1"),
        special_chebyshev_polynomial_t = new("special_chebyshev_polynomial_t"),
        special_chebyshev_polynomial_u = new("special_chebyshev_polynomial_u"),
        special_chebyshev_polynomial_v = new("special_chebyshev_polynomial_v"),
        special_chebyshev_polynomial_w = new("special_chebyshev_polynomial_w"), special_entr = new("special_entr"),
        special_erfcx = new("special_erfcx"), special_hermite_polynomial_h = new("special_hermite_polynomial_h"),
        special_hermite_polynomial_he = new("special_hermite_polynomial_he"), special_i0e = new("special_i0e"), special_i1 = new("special_i1"),
        special_i1e = new("special_i1e"), special_laguerre_polynomial_l = new("special_laguerre_polynomial_l"),
        special_legendre_polynomial_p = new("special_legendre_polynomial_p"), special_modified_bessel_i0 = new("special_modified_bessel_i0"),
        special_modified_bessel_i1 = new("special_modified_bessel_i1"), special_modified_bessel_k0 = new("special_modified_bessel_k0"),
        special_modified_bessel_k1 = new("special_modified_bessel_k1"), special_ndtr = new("special_ndtr"), special_ndtri = new("special_ndtri"),
        special_scaled_modified_bessel_k0 = new("special_scaled_modified_bessel_k0"),
        special_scaled_modified_bessel_k1 = new("special_scaled_modified_bessel_k1"),
        special_shifted_chebyshev_polynomial_t = new("special_shifted_chebyshev_polynomial_t"),
        special_shifted_chebyshev_polynomial_u = new("special_shifted_chebyshev_polynomial_u"),
        special_shifted_chebyshev_polynomial_v = new("special_shifted_chebyshev_polynomial_v"),
        special_shifted_chebyshev_polynomial_w = new("special_shifted_chebyshev_polynomial_w"),
        special_spherical_bessel_j0 = new("special_spherical_bessel_j0"), special_xlog1py = new("special_xlog1py"),
        special_zeta = new("special_zeta");
}
