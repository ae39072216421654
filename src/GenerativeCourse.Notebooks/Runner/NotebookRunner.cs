using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Executes notebooks, each in a process of its own: nothing that a cell does can end the caller.</summary>
public sealed class NotebookRunner(RunOptions options, IRunProgress? progress = null)
{
    static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Executes the code cells of <paramref name="notebook"/> in order and puts their outputs in it; <paramref name="name"/> is what reports call it and
    /// <paramref name="folder"/> its working directory. When cancelled, the process is ended and the notebook must be thrown away.
    /// </summary>
    /// <exception cref="NotebookFormatException">The notebook asks for another kernel than C#'s.</exception>
    public async Task<NotebookResult> RunAsync(Notebook notebook, string name, string folder, CancellationToken cancellation = default)
    {
        if (CellLanguage.ForeignKernel(notebook) is { } kernel)
            throw new NotebookFormatException(name, 0, 0, $"the notebook asks for the kernel '{kernel}'; only C# notebooks ('.net-csharp') can be run here.");
        var run = new Run(notebook.CodeCells.ToList(), name, options, progress);
        progress?.Started(name, run.Cells.Count);
        var result = await run.Execute(Path.GetFullPath(folder), cancellation).ConfigureAwait(false);
        progress?.Ended(result);
        return result;
    }

    sealed class Run(List<NotebookCell> cells, string name, RunOptions options, IRunProgress? progress)
    {
        readonly OutputCollector collector = new(options.Output);
        readonly List<CellResult> results = [];
        readonly DateTimeOffset started = DateTimeOffset.UtcNow;
        readonly Stopwatch clock = Stopwatch.StartNew();
        int executed;

        public List<NotebookCell> Cells => cells;

        public async Task<NotebookResult> Execute(string folder, CancellationToken cancellation)
        {
            foreach (var cell in cells.Where(cell => !cell.Tags.Contains("skip-execution")))
                (cell.Outputs, cell.ExecutionCount) = ([], null);
            WorkerProcess worker;
            try
            {
                worker = WorkerProcess.Start(options.Worker with { WorkingDirectory = folder }, collector.Add);
            }
            catch (Win32Exception error)
            {
                var failure = new CellFailure(FailureKind.NotStarted, $"{options.Worker.Command.FileName} could not be started: {error.Message}");
                foreach (var cell in cells)
                    End(cell, cell == cells[0] ? CellVerdict.Failed : CellVerdict.NotReached, TimeSpan.Zero, cell == cells[0] ? failure : null);
                return Result(0);
            }
            using (worker)
            {
                var supervisor = new CellSupervisor(worker, collector, options);
                var stopped = false;
                foreach (var cell in cells)
                    stopped |= await Cell(cell, stopped, supervisor, cancellation).ConfigureAwait(false);
                var duration = clock.Elapsed;
                await worker.StopAsync(ShutdownGrace).ConfigureAwait(false);
                collector.End();
                return Result(supervisor.PeakMemory) with { Duration = duration };
            }
        }

        // True when the notebook cannot go on.
        async Task<bool> Cell(NotebookCell cell, bool stopped, CellSupervisor supervisor, CancellationToken cancellation)
        {
            if (stopped || cell.Tags.Contains("skip-execution") || string.IsNullOrWhiteSpace(cell.Source))
            {
                End(cell, stopped ? CellVerdict.NotReached : CellVerdict.Skipped, TimeSpan.Zero, null);
                return false;
            }
            var number = ++executed;
            progress?.CellStarted(name, number, cell.Source);
            collector.Begin();
            var begin = clock.Elapsed;
            var request = new ExecuteRequest(cell.Source) { Language = CellLanguage.Of(cell), CellId = cell.Id };
            var (reply, failure) = await supervisor.Run(
                request, (elapsed, memory) => progress?.CellRunning(name, number, elapsed, memory), cancellation).ConfigureAwait(false);
            if (failure is { Kind: not FailureKind.Error })
                collector.AddFailure(failure.Name, failure.Message);
            cell.Outputs = collector.End();
            cell.ExecutionCount = reply?.ExecutionCount ?? number;
            if (options.RecordTiming)
                RecordTiming(cell, begin, clock.Elapsed);
            var allowed = failure?.Kind == FailureKind.Error && cell.Tags.Contains("raises-exception");
            var verdict = failure is null ? CellVerdict.Ran : allowed ? CellVerdict.FailedAsAllowed : CellVerdict.Failed;
            End(cell, verdict, clock.Elapsed - begin, failure);
            return failure is not null && !allowed && (failure.IsFatal || !options.AllowErrors);
        }

        void End(NotebookCell cell, CellVerdict verdict, TimeSpan duration, CellFailure? failure)
        {
            var result = new CellResult(executed, cell.Id, cell.Source, verdict, duration, failure);
            results.Add(result);
            progress?.CellEnded(name, result);
        }

        NotebookResult Result(long peakMemory) => new(name, results, started, clock.Elapsed, peakMemory);

        // The four moments that nbclient records; here the kernel's and the runner's are the same two.
        void RecordTiming(NotebookCell cell, TimeSpan begin, TimeSpan end)
        {
            var (from, to) = ((started + begin).ToString("O"), (started + end).ToString("O"));
            cell.Metadata["execution"] = new JsonObject
            {
                ["iopub.execute_input"] = from,
                ["iopub.status.busy"] = from,
                ["iopub.status.idle"] = to,
                ["shell.execute_reply"] = to,
            };
        }
    }
}
