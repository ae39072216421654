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
    Thread thread;
    CancellationTokenSource? running;
    bool interrupted;
    bool spent;
    bool closed;

    public KernelThread()
    {
        thread = NewThread();
        thread.Start();
        // Not the spent thread itself: its successor would inherit the signals that it cannot take.
        new Thread(Replace, 128 << 10) { IsBackground = true, Name = "cells' keeper" }.Start();
    }

    /// <summary>What an exception that nobody awaits (async void, a posted callback) is told to.</summary>
    public Action<Exception>? Unobserved { get; set; }

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

    /// <summary>Stops the user code that runs: aborts it, and wakes it from waits. Nothing happens when none runs.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? source;
        lock (stopping)
        {
            if (running is null)
                return;
            source = running;
            interrupted = true;
            thread.Interrupt();
        }
        // Cancel blocks until the abort is taken: not on the caller's time.
        ThreadPool.QueueUserWorkItem(_ =>
        {
            try
            {
                source.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The code ended by itself in the meantime.
            }
        });
    }

    public void Dispose()
    {
        closed = true;
        work.Close();
        Interrupt();
    }

    void Guarded(CellContext context, CancellationToken cancellation, Action action)
    {
        // Not linked: a linked source's abort would be waited for by whoever cancels.
        using var source = new CancellationTokenSource();
        lock (stopping)
        {
            running = source;
            interrupted = false;
        }
        var registration = cancellation.Register(Interrupt);
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
            registration.Dispose();
            lock (stopping)
                running = null;
            if (interrupted)
                Swallow();
        }
    }

    // A wake-up that met no wait would break the next cell's first one.
    static void Swallow()
    {
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
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
    void Continue(CellContext context, SendOrPostCallback callback, object? state)
    {
        if (context.Closed)
            return;
        if (running is not null)
        {
            callback(state);
            return;
        }
        try
        {
            Guarded(context, CancellationToken.None, () => callback(state));
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception exception)
        {
            Unobserved?.Invoke(exception);
        }
    }

    sealed class CellContext(KernelThread owner) : SynchronizationContext
    {
        public bool Closed { get; private set; }

        public void Close() => Closed = true;

        public override void Post(SendOrPostCallback d, object? state) => owner.work.Add(() => owner.Continue(this, d, state));

        public override void Send(SendOrPostCallback d, object? state)
        {
            if (Environment.CurrentManagedThreadId == owner.thread.ManagedThreadId)
                d(state);
            else
                owner.Run(() => { d(state); return true; }).GetAwaiter().GetResult();
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
