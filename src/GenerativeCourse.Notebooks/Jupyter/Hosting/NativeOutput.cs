using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GenerativeCourse.Notebooks.Worker;
using Microsoft.Win32.SafeHandles;

namespace GenerativeCourse.Notebooks.Jupyter.Hosting;

/// <summary>Takes what native code and child processes write to the process's standard output and error, which .NET's console does not see.</summary>
internal sealed class NativeOutput
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    readonly SemaphoreSlim marks = new(0);
    readonly StandardMarks standard;

    NativeOutput(Action<string, string> write)
    {
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        Redirect(1, "stdout", mark, write);
        Redirect(2, "stderr", mark, write);
        standard = new StandardMarks(mark);
    }

    /// <summary>From now on <paramref name="write"/> gets what is written (the stream's name and text), and <paramref name="standardError"/> is the only way to where that led; null on Windows.</summary>
    public static NativeOutput? Capture(Action<string, string> write, out Stream standardError)
    {
        if (OperatingSystem.IsWindows())
        {
            standardError = Console.OpenStandardError();
            return null;
        }
        var original = new SafeFileHandle(dup(2), ownsHandle: true);
        NativeProcess.KeepFromChildren(original);
        standardError = new FileStream(original, FileAccess.Write, 0);
        return new NativeOutput(write);
    }

    /// <summary>Waits until all that was written has been handed on.</summary>
    public void Drain()
    {
        standard.Write();
        // Code that closed a descriptor sends no mark any more.
        for (var stream = 0; stream < 2; stream++)
            marks.Wait(Patience);
    }

    void Redirect(int descriptor, string name, string mark, Action<string, string> write)
    {
        var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        _ = dup2((int)pipe.ClientSafePipeHandle.DangerousGetHandle(), descriptor);
        pipe.DisposeLocalCopyOfClientHandle();
        var reader = new MarkedTextReader(mark, text => write(name, text), () => marks.Release());
        new Thread(() => reader.ReadAll(pipe)) { IsBackground = true, Name = $"native {name}" }.Start();
    }

    [DllImport("libc")]
    static extern int dup(int descriptor);

    [DllImport("libc")]
    static extern int dup2(int from, int to);
}
