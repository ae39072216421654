namespace TorchSharp;

public static unsafe partial class torch
{
    public static bool is_grad_enabled() => Bridge.bridge_grad_mode() != 0;

    public static bool is_inference_mode_enabled() => Bridge.bridge_inference_mode() != 0;

    /// <summary>Nothing is recorded for gradients until what comes back is disposed.</summary>
    public static IDisposable no_grad() => new GradScope(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradScope(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradScope(mode);

    /// <summary>As no_grad, and what is made can never take part in a gradient; cheaper.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceScope(mode);

    public static int get_num_threads() => Bridge.bridge_threads();

    public static void set_num_threads(int num) => Bridge.bridge_set_threads(num > 0 ? num : throw new ArgumentOutOfRangeException(nameof(num), $"the number of threads must be positive, not {num}"));

    public static int get_num_interop_threads() => Bridge.bridge_interop_threads();

    public static void set_num_interop_threads(int num) => Bridge.Check(Bridge.bridge_set_interop_threads(num));

    /// <summary>The version of libtorch.</summary>
    public static string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8((IntPtr)Bridge.bridge_version())!;

    sealed class GradScope : IDisposable
    {
        readonly int before = Bridge.bridge_grad_mode();

        internal GradScope(bool enabled) => Bridge.bridge_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Bridge.bridge_set_grad_mode(before);
    }

    sealed class InferenceScope : IDisposable
    {
        IntPtr mode;

        internal InferenceScope(bool enabled) => mode = Bridge.bridge_enter_inference(enabled ? 1 : 0);

        public void Dispose()
        {
            if (mode != 0)
                Bridge.bridge_leave_inference(mode);
            mode = 0;
        }
    }
}
