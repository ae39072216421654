using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Grading.Submissions;

/// <summary>
/// Runs one notebook's answers and asks them what its tests want to know. All visible checks come first: from the first hidden input on, no text that comes back is shown to anybody.
/// Where an answer ends its process a new one takes over, without that answer.
/// </summary>
sealed class SubmissionRun(GraderOptions options, Notebook release, KeyNotebook key, SubmittedNotebook submitted) : IDisposable
{
    readonly Dictionary<string, NotebookCell> released = release.Cells.Where(cell => GradedCell.Read(cell) is not null).ToDictionary(cell => GradedCell.Read(cell)!.GradeId);
    readonly Dictionary<string, NotebookCell> byId = release.Cells.ToDictionary(cell => cell.Id);
    readonly Dictionary<string, string> broken = []; // exercise: why its answer cannot be asked
    readonly List<string> ran = []; // ids of the cells that the session has run, an answer perhaps more than once
    readonly List<string> notes = [];
    readonly Dictionary<string, OutputLog> printed = []; // exercise: what its answer put out, up to the first hidden input
    CellSession? session;
    TreeUsage untouched; // before the answer ran that was asked last
    bool hiddenStage;

    /// <summary>What was odd while it ran, a line each.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>What an exercise's answer printed and drew when it was run and asked, before any hidden input was sent.</summary>
    public IReadOnlyList<CellOutput> Printed(string exercise) => printed.GetValueOrDefault(exercise)?.Outputs ?? [];

    /// <summary>The grade of each test, by its id.</summary>
    public async Task<IReadOnlyDictionary<string, CellGrade>> Tests(CancellationToken cancellation)
    {
        var outcomes = key.Exercises.SelectMany(exercise => exercise.Tests).ToDictionary(test => test.GradeId, _ => new List<CheckOutcome>());
        foreach (var exercise in key.Exercises.Where(exercise => exercise.Tests.Count > 0))
        {
            if (submitted[exercise.Id] is not { } answer)
                broken[exercise.Id] = GradeNote.Deleted;
            else if (string.IsNullOrWhiteSpace(answer) || answer.Trim() == released[exercise.Id].Source.Trim())
                broken[exercise.Id] = GradeNote.NotWritten;
        }
        foreach (var hidden in (bool[])[false, true])
        {
            hiddenStage = hidden;
            foreach (var exercise in key.Exercises.Where(exercise => exercise.Tests.Count > 0))
                await Ask(exercise, hidden, outcomes, cancellation).ConfigureAwait(false);
        }
        return key.Exercises.SelectMany(exercise => exercise.Tests.Select(test => Grade(exercise, test, outcomes[test.GradeId]))).ToDictionary(grade => grade.GradeId);
    }

    /// <inheritdoc/>
    public void Dispose() => session?.Dispose();

    CellGrade Grade(KeyExercise exercise, KeyTest test, List<CheckOutcome> outcomes)
    {
        if (broken.TryGetValue(exercise.Id, out var why) && outcomes.Count < test.Checks.Count)
            return new CellGrade(test.GradeId, exercise.Id, test.Points, 0, Feedback.OfAll(test, why), why, submitted.Written(exercise.Id));
        var passed = outcomes.Count(outcome => outcome.Judgement.Passed);
        var score = passed == test.Checks.Count ? test.Points : test.Partial ? test.Points * passed / test.Checks.Count : 0;
        return new CellGrade(test.GradeId, exercise.Id, test.Points, score, [.. test.Checks.Select(check => Feedback.Of(outcomes.First(outcome => outcome.Check == check)))], null, submitted.Written(exercise.Id));
    }

    async Task Ask(KeyExercise exercise, bool hidden, Dictionary<string, List<CheckOutcome>> outcomes, CancellationToken cancellation)
    {
        foreach (var test in exercise.Tests)
        {
            KeyCheck[] checks = [.. test.Checks.Where(check => check.IsHidden == hidden)];
            if (checks.Length == 0)
                continue;
            // A hidden failure is not looked for where a visible one has cost the points already.
            if (hidden && !test.Partial && outcomes[test.GradeId].Any(outcome => !outcome.Judgement.Passed))
            {
                outcomes[test.GradeId].AddRange(checks.Select(check => TestEvaluator.Fail(check, Feedback.NotTried)));
                continue;
            }
            await Prepare(exercise, cancellation).ConfigureAwait(false);
            if (broken.ContainsKey(exercise.Id))
                return;
            Listen(hidden ? null : printed.GetValueOrDefault(exercise.Id), values: false);
            var asked = await TestEvaluator.Evaluate(session!, test, checks, cancellation).ConfigureAwait(false);
            Listen(null);
            outcomes[test.GradeId].AddRange(asked);
            var excess = asked.FirstOrDefault(outcome => outcome.Failure is { Kind: not FailureKind.Error })?.Failure;
            // What it has left running would cost others their points, and asking it again much of our time.
            if (excess is null && (asked.All(outcome => outcome.Judgement.Passed) || session!.HasEnded || !await session.HasResidue(untouched).ConfigureAwait(false)))
                continue;
            session!.Dispose();
            session = null;
            if (excess is null)
                continue;
            broken[exercise.Id] = hidden ? Feedback.Manner(excess.Kind) : excess.Message;
            return;
        }
    }

    // Afterwards the session has run what the exercise needs and, as the last of all that declare its names, its answer; or it is broken.
    async Task Prepare(KeyExercise exercise, CancellationToken cancellation)
    {
        if (broken.ContainsKey(exercise.Id))
            return;
        if (session is null || session.HasEnded)
        {
            session?.Dispose();
            session = CellSession.Start(options.Worker, options.Limits);
            ran.Clear();
        }
        foreach (var need in exercise.Needs)
        {
            var id = GradedCell.Read(byId[need]) is { Solution: true } marks ? marks.GradeId : null;
            if (ran.Contains(id ?? need))
                continue;
            if (id is not null)
                await Answer(id, cancellation).ConfigureAwait(false);
            else
                await Given(need, cancellation).ConfigureAwait(false);
        }
        if (!ran.Contains(exercise.Id) || ran.Skip(ran.LastIndexOf(exercise.Id) + 1).Any(later => Clash(exercise.Id, later)))
            await Answer(exercise.Id, cancellation).ConfigureAwait(false);
        if (session!.HasEnded && !broken.ContainsKey(exercise.Id))
            broken[exercise.Id] = "the process ended while it was made ready";
    }

    async Task Given(string id, CancellationToken cancellation)
    {
        ran.Add(id);
        if (session!.HasEnded)
            return;
        var reply = await session.Run(byId[id].Source, cancellation).ConfigureAwait(false);
        if (reply.Failure is { } failure && !hiddenStage)
            notes.Add($"the released cell {id} failed: {Feedback.Shorten(failure.Message)}");
    }

    async Task Answer(string id, CancellationToken cancellation)
    {
        ran.Add(id);
        // What an answer prints when it has to be run again is the same.
        Listen(hiddenStage || !printed.TryAdd(id, new OutputLog()) ? null : printed[id]);
        await AnswerWithAdded(id, cancellation).ConfigureAwait(false);
        Listen(null);
    }

    void Listen(OutputLog? log, bool values = true)
    {
        if (log is not null)
            log.TakesValues = values;
        session!.Log = log;
    }

    async Task AnswerWithAdded(string id, CancellationToken cancellation)
    {
        var source = submitted[id] ?? released[id].Source;
        var test = key.Exercises.First(exercise => exercise.Id == id).Tests.Select(test => test.GradeId).FirstOrDefault();
        await Added(id, cancellation).ConfigureAwait(false);
        if (session!.HasEnded)
            return;
        untouched = session.Usage();
        var reply = await session.Run(source, cancellation).ConfigureAwait(false);
        if (reply.Failure is { } failure)
        {
            broken.TryAdd(id, hiddenStage ? "the answer failed when it was run again" : GradeNote.Fails(Feedback.ByLine(failure.Message)));
            if (failure.Kind != FailureKind.Error || await session.HasResidue(untouched).ConfigureAwait(false))
                session.Dispose();
        }
        if (test is not null)
            await Added(test, cancellation).ConfigureAwait(false);
    }

    async Task Added(string id, CancellationToken cancellation)
    {
        foreach (var source in submitted.AddedBefore(id))
        {
            if (session!.HasEnded)
                return;
            var reply = await session.Run(source, cancellation).ConfigureAwait(false);
            if (reply.Failure is not { } failure)
                continue;
            if (failure.IsFatal)
                broken.TryAdd(key.Exercises.First(exercise => exercise.Id == id || exercise.Tests.Any(test => test.GradeId == id)).Id, $"a cell that was added before {id} ended the process");
            if (!hiddenStage)
                notes.Add($"a cell that was added before {id} fails: {Feedback.Shorten(failure.Message)}");
        }
    }

    // Whether cells that ran later declare a name that this answer declares.
    bool Clash(string mine, string other) => mine != other && Names(mine).Intersect(Names(other)).Any();

    IEnumerable<string> Names(string id) => DeclaredNames.Of(released.TryGetValue(id, out var cell) && GradedCell.Read(cell)!.Solution ? submitted[id] ?? cell.Source : byId[id].Source)
        .Concat(submitted.AddedBefore(id).SelectMany(DeclaredNames.Of));
}
