namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The short-time Fourier transform of (batch, time) or (time): (..., frequencies, frames), complex, or with a last axis of real and imaginary part.
        /// As in TorchSharp, return_complex is false for real input unless it is asked for.
        /// </summary>
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect,
            bool normalized = false, bool? onesided = null, bool? return_complex = null)
        {
            // Frames are taken as complex numbers and read as pairs afterwards: libtorch warns of asking it for pairs.
            Tensor frames = Ops.stft.Call(this, n_fft, Given(hop_length), Given(win_length), window, center, Named(pad_mode), normalized, onesided, true);
            if (return_complex ?? is_complex())
                return frames;
            using (frames)
                return frames.view_as_real();
        }

        /// <summary>The signal whose short-time Fourier transform this is; the window must be the same.</summary>
        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false, bool? onesided = null,
            long length = -1, bool return_complex = false)
        {
            if (torch.is_complex(dtype))
                return Ops.istft.Call(this, n_fft, Given(hop_length), Given(win_length), window, center, normalized, onesided, Given(length), return_complex);
            using Tensor frames = view_as_complex();
            return frames.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
        }

        static Arg Given(long value) => value == -1 ? Arg.None : value;

        static Arg Named(PaddingModes mode) => mode switch
        {
            PaddingModes.Zeros or PaddingModes.Constant => "constant",
            _ => mode.ToString().ToLowerInvariant(),
        };
    }

    /// <inheritdoc cref="Tensor.stft"/>
    public static Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect,
        bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    /// <inheritdoc cref="Tensor.istft"/>
    public static Tensor istft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false, bool? onesided = null,
        long length = -1, bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
}

internal static partial class Ops
{
    internal static readonly Op stft = new("stft.center"), istft = new("istft");
}
