using System.Runtime.InteropServices;

namespace GenerativeCourse.Notebooks.Jupyter.Hosting;

/// <summary>Notices that the client that started the kernel is gone: a process whose parent ended is given another.</summary>
internal static class ParentWatch
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Calls <paramref name="orphaned"/> once that has happened.</summary>
    public static void Start(Action orphaned)
    {
        if (OperatingSystem.IsWindows())
            return;
        var parent = getppid();
        new Thread(() =>
        {
            while (getppid() == parent)
                Thread.Sleep(Interval);
            orphaned();
        }, 128 << 10)
        { IsBackground = true, Name = "parent" }.Start();
    }

    [DllImport("libc")]
    static extern int getppid();
}
