using System.Runtime.InteropServices;

namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>
/// The signal by which .NET stops a running thread on Unix. An abort leaves its handler by an exception, which leaves the signal blocked, and every thread
/// that is started from there inherits that: the garbage collector would wait for them for ever.
/// </summary>
internal static class AbortSignal
{
    // As large as any system's signal set.
    const int SetBytes = 128;

    /// <summary>Has the calling thread take all signals again.</summary>
    public static void Unblock()
    {
        if (!OperatingSystem.IsWindows())
            _ = pthread_sigmask(OperatingSystem.IsMacOS() ? 3 : 2, new byte[SetBytes], 0);
    }

    [DllImport("libc")]
    static extern int pthread_sigmask(int how, byte[] set, nint old);
}
