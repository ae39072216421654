using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Releasing.Passes;
using GenerativeCourse.Grading.Submissions;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Rehearsing;

/// <summary>
/// Runs a student's own notebook before it is handed in: what its answers need, the answers and the visible tests, from top to bottom in one fresh kernel, so that
/// an answer that only works because of a cell that is gone, or was run in another order, is found out here.
/// </summary>
/// <param name="worker">How the kernel is started; it is the student's own code on the student's own machine.</param>
/// <param name="limits">What a cell may use.</param>
public sealed class Rehearsal(WorkerOptions worker, SessionLimits limits)
{
    readonly List<RehearsedExercise> done = [];
    readonly List<string> notes = [];
    readonly HashSet<string> skipped = [];

    /// <summary>What was odd beside the exercises, a line each.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Runs a notebook; answers its exercises in its own order.</summary>
    public async Task<IReadOnlyList<RehearsedExercise>> Run(Notebook notebook, CancellationToken cancellation = default)
    {
        var marks = notebook.Cells.ToDictionary(cell => cell, Marks);
        foreach (var twice in marks.Values.OfType<GradedCell>().GroupBy(read => read.GradeId).Where(group => group.Count() > 1))
            notes.Add($"{twice.Count()} cells are {twice.Key}: delete the copies, or the last one that was written in counts");
        var needed = notebook.Cells.SelectMany(cell => (cell.Metadata["course"] as JsonObject)?["needs"] as JsonArray ?? []).Select(id => id?.ToString()).ToHashSet();
        using var session = CellSession.Start(worker, limits);
        Pending? pending = null;
        foreach (var cell in notebook.Cells)
        {
            var read = marks[cell];
            if (read is { Solution: true })
            {
                End(pending);
                pending = new Pending(read) { Points = read.Points, NeedsTest = cell.Kind == CellKind.Code };
                if (IsEmpty(cell))
                    pending.Faults.Add("no answer is written");
            }
            if (read is { Task: true })
            {
                End(pending);
                pending = new Pending(read) { Points = read.Points };
                if (notebook.Cells.SkipWhile(other => other != cell).Skip(1).TakeWhile(other => marks[other] is null).All(other => string.IsNullOrWhiteSpace(other.Source)))
                    pending.Faults.Add("nothing is written below it");
            }
            if (cell.Kind != CellKind.Code || string.IsNullOrWhiteSpace(cell.Source))
                continue;
            // Of a whole lecture only what the exercises need; of what stands among them, everything.
            if (read is { IsTest: true } && pending is not null)
                await Test(session, cell, read, pending, notebook, cancellation).ConfigureAwait(false);
            else if (read is not null || needed.Contains(cell.Id) || pending is not null || done.Count > 0)
                await Cell(session, cell, read is { Solution: true } ? pending : null, cancellation).ConfigureAwait(false);
            else
                skipped.UnionWith(DeclaredNames.Of(cell.Source));
        }
        End(pending);
        return done;
    }

    async Task Cell(CellSession session, NotebookCell cell, Pending? pending, CancellationToken cancellation)
    {
        if (session.HasEnded || (await session.Run(cell.Source, cancellation).ConfigureAwait(false)).Failure is not { } failure)
            return;
        // A lecture's cell among the exercises may build on one that none of them needs.
        if (pending is null && failure.Name == "CompilationError" && skipped.Any(name => failure.Message.Contains($"'{name}'", StringComparison.Ordinal)))
            skipped.UnionWith(DeclaredNames.Of(cell.Source));
        else if (pending is null)
            notes.Add($"cell {cell.Id} fails: {failure.Message}");
        else if (pending.Faults.Count == 0)
            pending.Faults.Add($"it fails when it is run: {Feedback.ByLine(failure.Message)}");
        if (session.HasEnded)
            notes.Add($"cell {cell.Id} ended the kernel: nothing after it was tried");
    }

    async Task Test(CellSession session, NotebookCell cell, GradedCell read, Pending pending, Notebook notebook, CancellationToken cancellation)
    {
        pending.Points += read.Points;
        pending.NeedsTest = false;
        if (pending.Faults.Count > 0)
            return;
        if (session.HasEnded)
        {
            pending.Faults.Add("it was not tried: the kernel had ended");
            return;
        }
        var answers = notebook.Cells.Where(other => other.Kind == CellKind.Code && Marks(other) is { Solution: true }).SelectMany(other => DeclaredNames.Of(other.Source)).ToHashSet();
        try
        {
            var test = new TestCellReader(answers).Read(read.GradeId, cell.Id, read.Points, partial: false, cell.Source);
            var outcomes = await TestRecorder.Outcomes(session, test, cancellation).ConfigureAwait(false);
            pending.Checks += outcomes.Count;
            foreach (var (check, expectation, outcome) in outcomes)
            {
                if (expectation.Judge(outcome) is { Passed: false } judgement)
                    pending.Faults.Add(judgement.Message(check.Asked, check.Hint));
                else
                    pending.Passed++;
            }
        }
        catch (Exception wrong) when (wrong is AssignmentException or FormatException)
        {
            pending.Faults.Add(wrong.Message);
        }
    }

    void End(Pending? pending)
    {
        if (pending is null)
            return;
        if (pending.NeedsTest)
            pending.Faults.Add("its test cell is gone: take it from the notebook that was handed out (it is put back when graded)");
        done.Add(new RehearsedExercise(pending.Id, pending.Points, pending.Passed, pending.Checks, pending.Faults));
    }

    static bool IsEmpty(NotebookCell cell) => string.IsNullOrWhiteSpace(cell.Source) || cell.Source.Trim() == ClearSolutions.TextStub
        || (cell.Kind == CellKind.Code && cell.Source.Contains(ClearSolutions.CSharpStub[0], StringComparison.Ordinal) && cell.Source.Contains(ClearSolutions.CSharpStub[1], StringComparison.Ordinal));

    static GradedCell? Marks(NotebookCell cell)
    {
        try
        {
            return GradedCell.Read(cell) is { GradeId.Length: > 0 } read ? read : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    sealed class Pending(GradedCell marks)
    {
        public string Id => marks.GradeId;

        public double Points { get; set; }

        public bool NeedsTest { get; set; }

        public int Passed { get; set; }

        public int Checks { get; set; }

        public List<string> Faults { get; } = [];
    }
}
