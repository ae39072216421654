namespace TorchSharp;

public static partial class torch
{
    /// <summary>Discrete Fourier transforms.</summary>
    public static partial class fft
    {
        static readonly long[] LastTwo = [-2, -1];

        static Arg Length(long n) => n == -1 ? Arg.None : n;

        static Arg Named(FFTNormType norm) => norm.ToString().ToLowerInvariant();

        /// <summary>Over two axes, the last two unless dim names others.</summary>
        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_fft2.Call(input, s, dim ?? LastTwo, Named(norm));

        /// <summary>The discrete Fourier transform along dim; n pads or cuts, -1 keeps the length.</summary>
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) => Ops.fft_fft.Call(input, Length(n), dim, Named(norm));

        /// <summary>The frequencies of fft's results for samples d apart.</summary>
        public static Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.fft_fftfreq.Call(n, d, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);

        /// <summary>Over all axes, or those of dim.</summary>
        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_fftn.Call(input, s, dim, Named(norm));

        /// <summary>The zero frequency in the middle.</summary>
        public static Tensor fftshift(Tensor input, long[]? dim = null) => Ops.fft_fftshift.Call(input, dim);

        /// <summary>The transform of a signal that is its own conjugate mirrored: real numbers.</summary>
        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_hfft.Call(input, Length(n), dim, Named(norm));
        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_hfft2.Call(input, s, dim ?? LastTwo, Named(norm));
        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_hfftn.Call(input, s, dim, Named(norm));
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ifft.Call(input, Length(n), dim, Named(norm));
        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ifft2.Call(input, s, dim ?? LastTwo, Named(norm));
        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ifftn.Call(input, s, dim, Named(norm));

        /// <summary>The inverse of fftshift.</summary>
        public static Tensor ifftshift(Tensor input, long[]? dim = null) => Ops.fft_ifftshift.Call(input, dim);
        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ihfft.Call(input, Length(n), dim, Named(norm));
        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ihfft2.Call(input, s, dim ?? LastTwo, Named(norm));
        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_ihfftn.Call(input, s, dim, Named(norm));

        /// <summary>The inverse of rfft; n is the length of the result, even when it is -1.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_irfft.Call(input, Length(n), dim, Named(norm));
        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_irfft2.Call(input, s, dim ?? LastTwo, Named(norm));
        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_irfftn.Call(input, s, dim, Named(norm));

        /// <summary>The transform of real numbers: the first n / 2 + 1 frequencies.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_rfft.Call(input, Length(n), dim, Named(norm));
        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_rfft2.Call(input, s, dim ?? LastTwo, Named(norm));

        /// <summary>The frequencies of rfft's results.</summary>
        public static Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.fft_rfftfreq.Call(n, d, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);
        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ops.fft_rfftn.Call(input, s, dim, Named(norm));
    }
}

internal static partial class Ops
{
    internal static readonly Op fft_fft2 = new("fft_fft2"), fft_fft = new("fft_fft"), fft_fftfreq = new("fft_fftfreq"), fft_fftn = new("fft_fftn"),
        fft_fftshift = new("fft_fftshift"), fft_hfft = new("fft_hfft"), fft_hfft2 = new("fft_hfft2"), fft_hfftn = new("fft_hfftn"),
        fft_ifft = new("fft_ifft"), fft_ifft2 = new("fft_ifft2"), fft_ifftn = new("fft_ifftn"), fft_ifftshift = new("fft_ifftshift"),
        fft_ihfft = new("fft_ihfft"), fft_ihfft2 = new("fft_ihfft2"), fft_ihfftn = new("fft_ihfftn"), fft_irfft = new("fft_irfft"),
        fft_irfft2 = new("fft_irfft2"), fft_irfftn = new("fft_irfftn"), fft_rfft = new("fft_rfft"), fft_rfft2 = new("fft_rfft2"),
        fft_rfftfreq = new("fft_rfftfreq"), fft_rfftn = new("fft_rfftn");
}
