using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Sandboxing;
using GenerativeCourse.Grading.Submissions;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests;

/// <summary>The sample as a release, made once, and submissions to it.</summary>
static class SampleRelease
{
    public const string Name = "sampler";

    static readonly Lazy<Task<Release>> Made = new(Make);

    /// <summary>The release with its key.</summary>
    public static Task<Release> Get() => Made.Value;

    /// <summary>Makes a release of the sample.</summary>
    public static async Task<Release> Make()
    {
        var checks = new List<CheckReport>();
        var maker = new ReleaseMaker(TestWorker.Options, new SessionLimits { Memory = 8_000_000_000 });
        return await maker.Make("week6", [SampleAssignment.Read()], checks) ?? throw new InvalidOperationException(string.Join('\n', checks.SelectMany(check => check.Problems)));
    }

    /// <summary>A student's notebook with every answer right, but for some.</summary>
    public static Notebook Answered(this Release release, params (string Id, string Source)[] answers)
    {
        var notebook = release[Name].Clone();
        var solutions = Assignment.Read(SampleAssignment.Create(), Name).Exercises.ToDictionary(exercise => exercise.Id, exercise => exercise.Solution);
        foreach (var cell in notebook.Cells)
            if (GradedCell.Read(cell) is { Solution: true } marks)
                cell.Source = answers.FirstOrDefault(answer => answer.Id == marks.GradeId).Source ?? solutions[marks.GradeId];
        return notebook;
    }

    /// <summary>Grades a student's notebook in the sandbox.</summary>
    public static async Task<GradeReport> Grade(this Release release, Notebook notebook) => await release.Grade(notebook.ToBytes());

    /// <summary>Grades a student's file in the sandbox.</summary>
    public static async Task<GradeReport> Grade(this Release release, byte[]? bytes)
    {
        Peer.Require("bubblewrap");
        Peer.RequireHardware(Sandbox.Lacking is null, $"user namespaces ({Sandbox.Lacking})");
        var files = new Dictionary<string, byte[]>();
        if (bytes is not null)
            files[Name] = bytes;
        return await new Grader(Options).Grade(release, new Submission("ada", files), TestContext.Current.CancellationToken);
    }

    /// <summary>Grading in the sandbox, with small limits.</summary>
    public static GraderOptions Options => new()
    {
        Worker = Sandbox.Enclose(TestWorker.Options, []),
        Limits = new SessionLimits { Processor = TimeSpan.FromSeconds(8), Clock = TimeSpan.FromSeconds(60) },
    };

    /// <summary>What a test earned.</summary>
    public static double? Score(this GradeReport report, string gradeId) => report.Notebooks.Single().Cells.Single(cell => cell.GradeId == gradeId).Score;
}
