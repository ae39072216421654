using System.ComponentModel;
using System.Diagnostics;

namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>Sees to it that a stop is obeyed, and tells the person of what goes on in spite of it.</summary>
/// <param name="isRunning">Whether the stopped cell still runs.</param>
/// <param name="isIdle">Whether no cell runs, nor has run since the stop.</param>
/// <param name="stopAgain">Stops it once more: a stop may have ended one of several waits.</param>
/// <param name="tell">Shows the person a line.</param>
internal sealed class StopFollowUp(Func<bool> isRunning, Func<bool> isIdle, Action stopAgain, Action<string> tell)
{
    const int Attempts = 5, Looks = 4;
    // Of a second; little, for the machine may have much else to do. The threads of an idle kernel take none.
    const double Busy = 0.05;
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Comes to its end some seconds after the stop.</summary>
    public async Task Run()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await Task.Delay(Pause).ConfigureAwait(false);
            if (!isRunning())
            {
                await TellOfWorkLeft().ConfigureAwait(false);
                return;
            }
            stopAgain();
        }
        if (isRunning())
            tell("The cell does not stop: it waits for native code or for other threads, which .NET cannot end. Restart the kernel to go on.");
    }

    // A thread that a cell started ends by itself or never; one that keeps a processor busy while no cell runs is such a one.
    async Task TellOfWorkLeft()
    {
        HashSet<int>? busy = null;
        for (var look = 0; look < Looks; look++)
        {
            var before = ProcessorTimes();
            await Task.Delay(Pause).ConfigureAwait(false);
            var now = ProcessorTimes().Where(thread => thread.Value - before.GetValueOrDefault(thread.Key) > Busy * Pause).Select(thread => thread.Key);
            busy = busy is null ? [.. now] : [.. busy.Intersect(now)];
            if (!isIdle() || busy.Count == 0)
                return;
        }
        tell("The cell was stopped, but work that it started on other threads goes on, which .NET cannot end. Restart the kernel to end it.");
    }

    static Dictionary<int, TimeSpan> ProcessorTimes()
    {
        var times = new Dictionary<int, TimeSpan>();
        using var process = Process.GetCurrentProcess();
        foreach (ProcessThread thread in process.Threads)
        {
            try
            {
                times[thread.Id] = thread.TotalProcessorTime;
            }
            catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
            {
                // It ended just now.
            }
        }
        return times;
    }
}
