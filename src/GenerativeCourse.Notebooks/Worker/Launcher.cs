using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>
/// Starts all workers on one thread, which lives as long as this process. A sandbox that is to die with its parent (bubblewrap's <c>--die-with-parent</c>,
/// Linux's <c>PR_SET_PDEATHSIG</c>) dies with the thread that started it, and one of the thread pool's ends after some idle seconds.
/// One after another: a worker started at the same time would inherit another's pipe ends and hold them open.
/// </summary>
static class Launcher
{
    static readonly BlockingCollection<Action> Waiting = Begin();

    /// <summary>Runs <paramref name="start"/> there, and throws here what it throws.</summary>
    public static void Run(Action start)
    {
        using var done = new ManualResetEventSlim();
        Exception? failure = null;
        Waiting.Add(() =>
        {
            try
            {
                start();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
            done.Set();
        });
        done.Wait();
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    static BlockingCollection<Action> Begin()
    {
        var waiting = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var start in waiting.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "launcher" }.Start();
        return waiting;
    }
}
