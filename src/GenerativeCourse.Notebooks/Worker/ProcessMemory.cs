using System.Buffers.Text;
using System.Diagnostics;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>Reads how much memory a process has, cheaply enough to do so after every cell.</summary>
static class ProcessMemory
{
    /// <summary>Resident memory now and at its peak, in bytes; zeros once the process has ended.</summary>
    public static (long Resident, long Peak) Of(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // Process.WorkingSet64 would read a file for every thread.
                ReadOnlySpan<byte> status = File.ReadAllBytes($"/proc/{process.Id}/status");
                return (Field(status, "VmRSS:"u8), Field(status, "VmHWM:"u8));
            }
            process.Refresh();
            return (process.WorkingSet64, process.PeakWorkingSet64);
        }
        catch (Exception ended) when (ended is InvalidOperationException or IOException)
        {
            return default;
        }
    }

    static long Field(ReadOnlySpan<byte> status, ReadOnlySpan<byte> name)
    {
        var at = status.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(status[(at + name.Length)..].TrimStart(" \t"u8), out long kibibytes, out _) ? kibibytes << 10 : 0;
    }
}
