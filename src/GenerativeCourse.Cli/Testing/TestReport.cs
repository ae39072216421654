namespace GenerativeCourse.Cli.Testing;

/// <summary>Writes what a run of the tests came to: failures in full as they come, a line a project, skips by reason, and the counts.</summary>
public sealed class TestReport(TextWriter writer, bool live)
{
    readonly List<FinishedTest> _all = [];
    readonly List<FinishedTest> _current = [];
    string _project = "";
    long _started;

    /// <summary>How many tests have ended.</summary>
    public int Total => _all.Count;

    /// <summary>Begins a project.</summary>
    public void Begin(string project)
    {
        (_project, _started) = (project, Environment.TickCount64);
        _current.Clear();
        Progress();
    }

    /// <summary>Takes a test's end.</summary>
    public void Add(FinishedTest result)
    {
        _all.Add(result);
        _current.Add(result);
        if (result.Outcome == TestOutcome.Failed)
        {
            Erase();
            writer.WriteLine($"FAILED {result.Name}");
            foreach (var line in result.Why.Split('\n'))
                writer.WriteLine($"  {line.TrimEnd()}");
        }
        Progress();
    }

    /// <summary>Ends a project with its line, unless a filter left it no test.</summary>
    public void End()
    {
        Erase();
        if (_current.Count > 0)
            writer.WriteLine($"{_project,-32} {Counts(_current)} in {(Environment.TickCount64 - _started) / 1000.0:0.0} s");
    }

    /// <summary>Closes with the skips and the counts, and answers whether the run is good: no failure, some test run, and, under <paramref name="all"/>, no skip but for hardware.</summary>
    public bool Close(bool all)
    {
        var skips = _all.Where(result => result.Outcome == TestOutcome.Skipped).GroupBy(result => result.Why).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in skips)
            writer.WriteLine($"skipped {group.Count(),4}: {group.Key}");
        var wanted = skips.Exists(group => group.Key.StartsWith(PeerPackage.SkipPrefix, StringComparison.Ordinal));
        var wrongful = all && skips.Exists(group => !group.Key.StartsWith(PeerPackage.HardwarePrefix, StringComparison.Ordinal));
        if (wrongful)
            writer.WriteLine("--all allows no skipped test, but for hardware that the machine lacks: the run fails");
        else if (wanted)
            writer.WriteLine("`./course test --all` installs these packages, in a clone, and runs what was skipped");
        writer.WriteLine(Counts(_all));
        return Count(_all, TestOutcome.Failed) == 0 && Count(_all, TestOutcome.Passed) > 0 && !wrongful;
    }

    static int Count(List<FinishedTest> results, TestOutcome outcome) => results.Count(result => result.Outcome == outcome);

    static string Counts(List<FinishedTest> results) =>
        $"{Count(results, TestOutcome.Passed)} passed, {Count(results, TestOutcome.Failed)} failed, {Count(results, TestOutcome.Skipped)} skipped";

    void Progress()
    {
        if (live)
            writer.Write($"\r{_project,-32} {Counts(_current)} ");
    }

    void Erase()
    {
        if (live)
            writer.Write("\r\e[K");
    }
}
