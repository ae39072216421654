using System.Diagnostics;
using System.Globalization;
using GenerativeCourse.Grading;
using GenerativeCourse.Grading.Collecting;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Submissions;
using GenerativeCourse.Grading.Writers;
using Spectre.Console;

namespace GenerativeCourse.Cli.Assignments;

/// <summary>Grades a class: submissions in, gradebook and everything that is made of it out.</summary>
static class GradeRun
{
    /// <summary>Grades and writes; answers 0 when every submission could be graded, whatever it earned, else 1.</summary>
    /// <exception cref="UserException">There are no submissions, or there is no sandbox.</exception>
    /// <exception cref="AssignmentException">Release, key, submissions or gradebook cannot be read, or do not belong together.</exception>
    public static async Task<int> Run(GradeRequest request, CancellationToken cancellation)
    {
        var release = Release.Read(request.Release, request.Key);
        // A sandbox has a folder of its own, in memory.
        using var scratch = request.Unsandboxed || request.AsNobody ? new ScratchFolder() : null;
        var worker = scratch is null ? StudentWorker.Sandboxed(CourseFolder.Find())
            : request.AsNobody ? StudentWorker.AsNobody(CourseFolder.Find(), scratch.Path)
            : StudentWorker.Unsandboxed(scratch.Path);
        var folder = new SubmissionFolder(request.Submissions, release);
        var submissions = folder.Find();
        foreach (var line in folder.Ignored)
            Console.Error.WriteLine($"course: passed over {line}");
        if (submissions.Count == 0)
            throw new UserException($"there are no submissions in {request.Submissions}");
        Directory.CreateDirectory(request.Out);
        using var gradebook = Gradebook.Open(Path.Combine(request.Out, "gradebook.db"), release);
        // By the clock each has longer where there are more of them than cores.
        var patience = 3 * Math.Max(1, (double)request.Jobs / Environment.ProcessorCount);
        var grader = new Grader(new GraderOptions { Worker = worker, Limits = new SessionLimits { Processor = TimeSpan.FromSeconds(request.Seconds), Clock = TimeSpan.FromSeconds(patience * request.Seconds) } });
        var clock = Stopwatch.StartNew();
        var kept = 0;
        var failed = await new GradingBatch(grader, release, gradebook).Run(submissions, request.Jobs, request.Anew, student =>
        {
            if (student is { Report: null, Problem: null })
                Interlocked.Increment(ref kept);
            Console.Error.WriteLine(Line(student));
        }, cancellation);
        var scored = gradebook.Settle(request.Late);
        GradeFiles.Write(request.Out, release.Name, request.Late, scored, DateTimeOffset.UtcNow);
        Table(release, scored);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{submissions.Count - kept - failed} graded, {kept} unchanged{(failed > 0 ? $", {failed} NOT graded" : "")}, {clock.Elapsed.TotalSeconds:0.0} s; {request.Out}: gradebook.db, grades.csv, feedback/ and others"));
        return failed == 0 ? 0 : 1;
    }

    static string Line(GradedStudent student) => string.Create(CultureInfo.InvariantCulture, $"[{student.Done}/{student.Of}] {student.Student}: ")
        + (student.Problem is { } problem ? $"NOT graded: {problem}" : student.Report is { } report ? string.Create(CultureInfo.InvariantCulture, $"{report.Score:0.##} of {report.Points:0.##}") : "unchanged");

    static void Table(Release release, IReadOnlyList<ScoredSubmission> scored)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("test").AddColumn("points", column => column.RightAligned())
            .AddColumn("mean", column => column.RightAligned()).AddColumn("full", column => column.RightAligned()).AddColumn("open", column => column.RightAligned());
        foreach (var cells in scored.SelectMany(one => one.Notebooks.SelectMany(notebook => notebook.Cells.Select(cell => (Name: release.Key.Notebooks.Count > 1 ? $"{notebook.Name}: {cell.Grade.GradeId}" : cell.Grade.GradeId, Cell: cell)))).GroupBy(pair => pair.Name))
        {
            var graded = cells.Select(pair => pair.Cell).Where(cell => !cell.NeedsManualGrade).ToList();
            table.AddRow(new Text(cells.Key), new Text(Number(cells.First().Cell.Grade.Points)), new Text(graded.Count == 0 ? "" : Number(graded.Average(cell => cell.Score))),
                new Text($"{graded.Count(cell => cell.Score >= cell.Grade.Points)}"), new Text($"{cells.Count() - graded.Count}"));
        }
        table.AddRow(new Text("all"), new Text(Number(release.Points)), new Text(Number(scored.Average(one => one.Score))), new Text($"{scored.Count(one => one.Score >= one.Points)}"), new Text($"{scored.Count(one => one.NeedsManualGrade)}"));
        AnsiConsole.Write(table);
    }

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
