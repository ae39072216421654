namespace TorchSharp;

public static partial class torch
{
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ops.bartlett_window_periodic.Call(len, periodic, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ops.blackman_window_periodic.Call(len, periodic, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);
    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ops.hamming_window_periodic_alpha_beta.Call(len, periodic, alpha, beta, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ops.hann_window_periodic.Call(len, periodic, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);
    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ops.kaiser_window_beta.Call(len, periodic, beta, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);
}

internal static partial class Ops
{
    internal static readonly Op bartlett_window_periodic = new("bartlett_window.periodic"),
        blackman_window_periodic = new("blackman_window.periodic"),
        hamming_window_periodic_alpha_beta = new("hamming_window.periodic_alpha_beta"), hann_window_periodic = new("hann_window.periodic"),
        kaiser_window_beta = new("kaiser_window.beta");
}
