using System.Runtime;
using GenerativeCourse.Notebooks.Kernel.Errors;

namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>
/// The one thread that runs all cells (libraries keep state by thread) and the continuations of their awaits, and can stop what runs on it.
/// Once something was stopped another thread takes its place: the runtime cannot suspend the old one any more, neither for a second stop nor for the garbage collector.
/// </summary>
internal sealed class KernelThread : IDisposable
{
    const int StackBytes = 16 << 20;
    readonly WorkQueue work = new();
    readonly Lock stopping = new();
    readonly BlockedAwaits blocked;
    Thread thread;
    CancellationTokenSource? running;
    CancellationToken runningFor;
    bool interrupted;
    bool spent;
    bool closed;

    public KernelThread()
    {
        blocked = new BlockedAwaits(() => IsBlocked, exception => Unobserved?.Invoke(exception));
        thread = NewThread();
        thread.Start();
        // Not the spent thread itself: its successor would inherit the signals that it cannot take.
        new Thread(Replace, 128 << 10) { IsBackground = true, Name = "cells' keeper" }.Start();
    }

    /// <summary>What an exception that nobody awaits (async void, a posted callback) is told to.</summary>
    public Action<Exception>? Unobserved { get; set; }

    /// <summary>Whether this is the kernel's thread.</summary>
    public bool IsCurrent => Environment.CurrentManagedThreadId == thread.ManagedThreadId;

    bool IsBlocked => running is not null && !work.IsAwaited && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

    /// <summary>Has a cell's code go on after what is queued before it.</summary>
    public void Post(Continuation continuation)
    {
        work.Add(() => Continue(continuation));
        blocked.Watch(continuation);
    }

    /// <summary>Runs <paramref name="job"/> on the kernel's thread, after what is queued before it.</summary>
    public Task<T> Run<T>(Func<T> job)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = work.Add(() =>
        {
            try
            {
                done.SetResult(job());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        if (!taken)
            done.SetCanceled();
        return done.Task;
    }

    /// <summary>
    /// On the kernel's thread: starts user code, pumps its continuations until it ends, and lets <see cref="Interrupt"/> stop it
    /// wherever managed code runs. A stopped cell's later continuations are dropped.
    /// </summary>
    /// <exception cref="InterruptedException">It was interrupted, or <paramref name="cancellation"/> was.</exception>
    public void RunInterruptibly(Func<Task> start, CancellationToken cancellation)
    {
        var context = new CellContext(this);
        Guarded(context, cancellation, () =>
        {
            var task = start();
            if (!task.IsCompleted)
            {
                task.ContinueWith(_ => work.Add(static () => { }), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                while (!task.IsCompleted)
                    (work.Take() ?? throw new OperationCanceledException())();
            }
            task.GetAwaiter().GetResult();
        });
    }

    /// <summary>
    /// Stops the user code that runs for <paramref name="cell"/>: aborts it, and wakes it from waits. Nothing happens when it runs no more.
    /// With no token, what goes on between cells is stopped.
    /// </summary>
    public void Interrupt(CancellationToken cell)
    {
        lock (stopping)
        {
            if (running is null || runningFor != cell)
                return;
            interrupted = true;
            // Blocks until the abort is taken: not on the caller's time, nor on that of the pool, which the cell may keep busy.
            new Thread(running.Cancel, 128 << 10) { IsBackground = true, Name = "stop" }.Start();
            thread.Interrupt();
        }
    }

    public void Dispose()
    {
        closed = true;
        work.Close();
        blocked.Dispose();
        Interrupt(runningFor);
    }

    void Guarded(CellContext context, CancellationToken cancellation, Action action)
    {
        // Not linked: a linked source's abort would be waited for by whoever cancels. Not disposed: a stop that comes late still holds it.
        var source = new CancellationTokenSource();
        lock (stopping)
            (running, runningFor, interrupted) = (source, cancellation, false);
        var registration = cancellation.Register(() => Interrupt(cancellation));
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
#pragma warning disable SYSLIB0046 // The one way to stop a loop that does not ask; the state before the cell is kept.
            ControlledExecution.Run(action, source.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception) when (source.IsCancellationRequested || interrupted)
        {
            spent = true;
            AbortSignal.Unblock();
            context.Close();
            throw new InterruptedException();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
            // A stop that is still being asked for breaks a wait here, and must not go on to what comes after.
            ToItsEnd(registration.Dispose);
            ToItsEnd(() =>
            {
                lock (stopping)
                    running = null;
            });
            if (interrupted)
                ToItsEnd(() => Thread.Sleep(1)); // A wake-up that met no wait would break the next cell's first one.
        }
    }

    static void ToItsEnd(Action step)
    {
        while (true)
        {
            try
            {
                step();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // Again: this time it is not woken.
            }
        }
    }

    Thread NewThread() => new(Loop, StackBytes) { IsBackground = true, Name = "cells" };

    void Loop()
    {
        spent = false;
        while (!spent && work.Take() is { } job)
            job();
    }

    void Replace()
    {
        while (true)
        {
            thread.Join();
            if (closed)
                return;
            thread = NewThread();
            thread.Start();
        }
    }

    // Between cells a continuation is guarded by itself; inside a cell, by the cell.
    void Continue(Continuation continuation)
    {
        if (!continuation.Take())
            return;
        if (running is not null)
        {
            continuation.Run();
            return;
        }
        try
        {
            Guarded(continuation.Context, CancellationToken.None, continuation.Run);
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception exception)
        {
            Unobserved?.Invoke(exception);
        }
    }
}
