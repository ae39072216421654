using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>What .NET does not offer for child processes: sessions of their own, and an end for all that they started.</summary>
static class NativeProcess
{
    const int SigKill = 9;
    const int SigTerm = 15;
    const int SetDescriptorFlags = 2;
    const int CloseOnExec = 1;
    const uint Inherit = 1;
    const nint Ignore = 1;

    /// <summary>Leaves the terminal's process group, so that Ctrl+C is the runner's to handle and one signal reaches what cells start.</summary>
    public static void BeginSession()
    {
        if (!OperatingSystem.IsWindows())
            _ = setsid();
    }

    /// <summary>
    /// Keeps the signals that become exceptions for the runtime: UCX, which libraries built with MPI load (Debian 13's libtorch is one), takes them as it is loaded, and a null reference
    /// or a division by zero in a cell would then end the process. What the variable says already comes first.
    /// </summary>
    public static void KeepFaultSignals()
    {
        if (OperatingSystem.IsLinux())
            _ = setenv("UCX_ERROR_SIGNALS", "", overwrite: 0); // of C: libraries do not see .NET's own variables
    }

    /// <summary>Keeps a pipe's end from the processes that cells start, which would hold it open.</summary>
    public static void KeepFromChildren(SafeHandle handle)
    {
        if (OperatingSystem.IsWindows())
            _ = SetHandleInformation(handle.DangerousGetHandle(), Inherit, 0);
        else if (OperatingSystem.IsLinux())
            _ = fcntl((int)handle.DangerousGetHandle(), SetDescriptorFlags, CloseOnExec);
    }

    /// <summary>Writes out what native code has buffered in C streams.</summary>
    public static void FlushNativeStreams()
    {
        if (OperatingSystem.IsWindows())
            _ = FlushWindows(0);
        else
            _ = FlushUnix(0);
    }

    /// <summary>Ends a worker and everything that it started.</summary>
    public static void KillAll(Process process)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                _ = kill(-process.Id, SigKill);
            if (!process.HasExited)
                process.Kill(entireProcessTree: OperatingSystem.IsWindows());
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>Ends what this process started and still runs, and not itself; it does not hear SIGTERM any more.</summary>
    public static void EndSession()
    {
        if (OperatingSystem.IsWindows() || getpgrp() != Environment.ProcessId)
            return;
        _ = signal(SigTerm, Ignore);
        _ = kill(0, SigTerm);
    }

    /// <summary>Ends this process and everything that it started, at once.</summary>
    public static void KillOwnSession()
    {
        if (!OperatingSystem.IsWindows())
            _ = kill(0, SigKill);
        Process.GetCurrentProcess().Kill(entireProcessTree: true);
    }

    [DllImport("libc")]
    static extern int setsid();

    [DllImport("libc")]
    static extern int getpgrp();

    [DllImport("libc")]
    static extern int setenv(string name, string value, int overwrite);

    [DllImport("libc")]
    static extern nint signal(int number, nint handler);

    [DllImport("libc")]
    static extern int kill(int process, int signal);

    [DllImport("libc")]
    static extern int fcntl(int descriptor, int command, int argument);

    [DllImport("libc", EntryPoint = "fflush")]
    static extern int FlushUnix(nint stream);

    [DllImport("ucrtbase", EntryPoint = "fflush")]
    static extern int FlushWindows(nint stream);

    [DllImport("kernel32")]
    static extern int SetHandleInformation(nint handle, uint mask, uint flags);
}
