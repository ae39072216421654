namespace GenerativeCourse.Cli.Testing;

/// <summary>Runs a test project's executable and reports each test as it ends.</summary>
public sealed class TestRun(CourseFolder course, TestProject project)
{
    const int KeptErrorLines = 30;
    readonly Queue<string> _errors = new();

    /// <summary>Runs the tests whose full names hold <paramref name="filter"/>. A process that dies counts as one failed test that says what was running.</summary>
    /// <param name="filter">A part of a test's full name; null runs all.</param>
    /// <param name="soak">Whether tests run the long counts.</param>
    /// <param name="patience">How long no test may end before the process is taken to hang.</param>
    /// <param name="report">Called for each test, one at a time.</param>
    /// <param name="cancellation">Ends the process.</param>
    public async Task Run(string? filter, bool soak, TimeSpan patience, Action<FinishedTest> report, CancellationToken cancellation)
    {
        var messages = new TestMessages(course.Path);
        using var watchdog = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watchdog.CancelAfter(patience);
        void Output(string line)
        {
            if (messages.Read(line) is not { } result)
                return;
            watchdog.CancelAfter(patience);
            report(result);
        }
        void Error(string line)
        {
            _errors.Enqueue(line);
            if (_errors.Count > KeptErrorLines)
                _errors.Dequeue();
        }
        string[] arguments = ["-automated", "async", "-noColor", "-noAutoReporters", .. filter is null ? [] : new[] { "-method", $"*{filter}*" }];
        // Tests that are stopped, and processes that tests kill, delete nothing.
        using var scratch = new ScratchFolder();
        var environment = new Dictionary<string, string>(scratch.Variables) { ["COURSE_ROOT"] = course.Path };
        if (soak)
            environment["COURSE_SOAK"] = "1";
        try
        {
            var code = await ChildProcess.Run(project.Executable, arguments, Output, Error, environment, watchdog.Token);
            if (!messages.IsFinished)
                report(Died($"the test process ended with code {code}", messages));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            report(Died($"no test ended for {patience.TotalMinutes:0} minutes, so the test process was stopped", messages));
        }
    }

    FinishedTest Died(string how, TestMessages messages)
    {
        var running = messages.Running.Count == 0 ? "no test was running" : $"running: {string.Join(", ", messages.Running)}";
        return new FinishedTest(project.Name, TestOutcome.Failed, string.Join('\n', [$"{how}; {running}", .. _errors]));
    }
}
