using GenerativeCourse.Notebooks.Kernel.CodeServices;
using GenerativeCourse.Notebooks.Kernel.Errors;
using GenerativeCourse.Notebooks.Kernel.Execution;
using GenerativeCourse.Notebooks.Kernel.Formatting;
using GenerativeCourse.Notebooks.Kernel.Output;
using GenerativeCourse.Notebooks.Worker;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Notebooks.Kernel;

/// <summary>
/// A C# notebook kernel without a transport: executes cells one after another in this process and publishes Jupyter's messages.
/// Console, working directory and formatters belong to the process, so it holds one kernel at a time.
/// </summary>
public sealed class CSharpKernel : IDisposable
{
    static CSharpKernel? current;
    readonly KernelOptions options;
    readonly KernelThread thread = new();
    readonly OutputGate output;
    readonly Displays displays;
    readonly ConsoleCapture console;
    readonly CellRunner runner;
    readonly IdleWork? idle;
    readonly Lock cellGate = new();
    CancellationTokenSource? cell;
    bool mayAsk;
    int executionCount;
    int begun;

    /// <summary>Starts a kernel; <see cref="Console"/> and the working directory are its own until it is disposed.</summary>
    public CSharpKernel(KernelOptions options, IKernelOutput output)
    {
        NativeProcess.KeepFaultSignals();
        this.options = options with { WorkingDirectory = Path.GetFullPath(options.WorkingDirectory) };
        Environment.CurrentDirectory = this.options.WorkingDirectory;
        this.output = new OutputGate(output);
        displays = new Displays(this.output);
        console = new ConsoleCapture(this.output, () => CanAsk ? Ask(new InputQuestion("", Password: false)).GetAwaiter().GetResult() : null);
        runner = new CellRunner(this.options, thread, displays);
        thread.Unobserved = exception => this.output.Publish("error", runner.Report(exception).Content);
        current = this;
        if (options.WarmUp)
        {
            idle = new IdleWork(runner.IdleSteps, () => cell is not null);
            WarmUp(idle);
        }
    }

    /// <summary>The kernel that the calling cell runs in.</summary>
    internal static CSharpKernel Running => current ?? throw new InvalidOperationException("No notebook kernel runs in this process.");

    /// <summary>Completion, inspection and the like, of code on top of the cells that have run.</summary>
    public ICodeServices CodeServices => runner.CodeServices;

    ExecuteReply Aborted => new("aborted", executionCount, null, null, []);

    bool CanAsk => mayAsk && options.ReadInput is not null;

    /// <summary>Executes a cell after those asked for earlier; all its output has been published when the task ends. Never throws for what a cell does.</summary>
    public async Task<ExecuteReply> ExecuteAsync(ExecuteRequest request, CancellationToken cancellation = default)
    {
        try
        {
            return await thread.Run(() => Run(request, cancellation)).ConfigureAwait(false);
        }
        catch (TaskCanceledException)
        {
            return Aborted;
        }
    }

    /// <summary>The same, for a thread that has nothing to do meanwhile: it goes on at once, while a task's end would pass through the thread pool.</summary>
    public ExecuteReply Execute(ExecuteRequest request)
    {
        try
        {
            return thread.Run(() => Run(request, CancellationToken.None)).GetAwaiter().GetResult();
        }
        catch (TaskCanceledException)
        {
            return Aborted;
        }
    }

    /// <summary>
    /// Stops the cell that runs, keeping the state before it; nothing happens when none does. Returns at once. A cell that still runs after five
    /// seconds, in native code, and work that it left on other threads are told of on standard error.
    /// </summary>
    public void Interrupt()
    {
        CancellationTokenSource? stopped;
        CancellationToken token;
        int number;
        bool asked;
        lock (cellGate)
        {
            (stopped, number) = (cell, begun);
            token = stopped?.Token ?? CancellationToken.None;
            asked = token.IsCancellationRequested;
            stopped?.Cancel();
        }
        if (stopped is null || asked)
            thread.Interrupt(token);
        else
            _ = new StopFollowUp(() => cell == stopped, () => cell is null && begun == number, () => thread.Interrupt(token), line => output.Write("stderr", line + "\n")).Run();
    }

    /// <summary>Stops what runs and gives the console back.</summary>
    public void Dispose()
    {
        lock (cellGate)
            cell?.Cancel();
        idle?.Dispose();
        thread.Dispose();
        console.Dispose();
        output.Dispose();
        Interlocked.CompareExchange(ref current, null, this);
    }

    /// <summary>Asks the person at the front end.</summary>
    /// <exception cref="CellError">Nobody can answer.</exception>
    internal Task<string> Ask(InputQuestion question)
    {
        if (!CanAsk)
            throw new CellError("The cell asks for input, and nobody can be asked here: run the notebook in Jupyter or VS Code.", "StdinNotImplementedError");
        output.Flush();
        CancellationToken cancellation;
        lock (cellGate)
            cancellation = cell?.Token ?? CancellationToken.None;
        return Task.Run(() => options.ReadInput!(question, cancellation), cancellation);
    }

    /// <summary>Puts text that native code wrote in its place among the cell's own.</summary>
    internal void WriteStream(string name, string text) => output.Write(name, text);

    /// <summary>Sends the text that was gathered.</summary>
    internal void FlushStreams() => output.Flush();

    internal DisplayedValue Show(object? value, string[] mimeTypes) => displays.Show(value, mimeTypes);

    internal void ShowAgain(DisplayedValue displayed, string[] mimeTypes) => displays.ShowAgain(displayed, mimeTypes);

    void WarmUp(IdleWork idle)
    {
        Task.Run(runner.WarmUpCompiler);
        thread.Run(() =>
        {
            runner.WarmUp();
            idle.Begin();
            return true;
        });
    }

    ExecuteReply Run(ExecuteRequest request, CancellationToken cancellation)
    {
        if (request is { StoreHistory: true, Silent: false })
            executionCount++;
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lock (cellGate)
        {
            begun++;
            cell = source;
        }
        mayAsk = request.AllowStdin;
        // On another core while the cell is compiled.
        if (options.WarmUp)
            FormattingWarmUp.Start();
        try
        {
            runner.Run(request, executionCount, source.Token);
            output.Flush();
            return new ExecuteReply("ok", executionCount, null, null, []);
        }
        catch (Exception exception)
        {
            var report = runner.Report(source.IsCancellationRequested ? new InterruptedException() : exception);
            output.Publish("error", report.Content);
            return new ExecuteReply("error", executionCount, report.Name, report.Value, report.Traceback);
        }
        finally
        {
            lock (cellGate)
                cell = null;
            // After a stop what keeps a processor busy is looked for.
            if (!source.IsCancellationRequested)
                idle?.Begin();
        }
    }
}
