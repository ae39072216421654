using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Submissions;

/// <summary>
/// A student's notebook laid beside the released one: of the student's file only answers and added cells count. Everything else is taken from the release,
/// so that changing, deleting or moving it changes nothing.
/// </summary>
sealed class SubmittedNotebook
{
    const int LongestAnswer = 40_000;

    readonly Dictionary<string, NotebookCell> answers = [];
    readonly Dictionary<string, List<NotebookCell>> added = [];
    readonly Dictionary<string, List<NotebookCell>> below = [];
    readonly Dictionary<string, NotebookCell> tests = [];
    readonly List<string> notes = [];

    /// <summary>Lays a submission beside its release.</summary>
    public SubmittedNotebook(Notebook release, Notebook submission)
    {
        var released = release.Cells.Select(cell => (Cell: cell, Marks: GradedCell.Read(cell))).Where(pair => pair.Marks is not null)
            .ToDictionary(pair => pair.Marks!.GradeId, pair => (pair.Cell, Marks: pair.Marks!));
        var unmarked = release.Cells.Where(cell => GradedCell.Read(cell) is null).Select(cell => cell.Source).ToHashSet();
        string? task = null;
        var waiting = new List<NotebookCell>();
        var seen = new HashSet<string>();
        foreach (var cell in submission.Cells)
        {
            var id = GradeId(cell);
            if (id is null || !released.TryGetValue(id, out var original))
            {
                if (unmarked.Contains(cell.Source))
                    task = null;
                else if (task is not null && !string.IsNullOrWhiteSpace(cell.Source))
                    below[task].Add(cell);
                if (cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
                    waiting.Add(cell);
                continue;
            }
            var (known, marks) = original;
            task = marks.Task ? id : null;
            if (marks.Task)
                below.TryAdd(id, []);
            if (marks.Grade)
                tests.TryAdd(id, cell);
            if (marks.Solution)
                Answer(id, known, cell);
            else if (marks.IsLocked && !marks.Grade && seen.Add(id) && cell.Source != known.Source)
                notes.Add($"cell {id} was changed; the released one was used");
            else if (marks.Grade && seen.Add(id) && cell.Source != known.Source)
                notes.Add($"test {id} was changed; the released one was used");
            // What was added belongs to the answer or test that follows.
            if ((marks.Solution || marks.Grade) && waiting.Count > 0)
            {
                added.TryAdd(id, []);
                added[id].AddRange(waiting);
                waiting.Clear();
            }
        }
    }

    /// <summary>What was odd about the file, a line each.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>The student's answer in a cell; null where it was deleted.</summary>
    public string? this[string gradeId] => answers.GetValueOrDefault(gradeId)?.Source;

    /// <summary>What the student added below a task, up to the next released cell.</summary>
    public string Below(string gradeId) => string.Join("\n\n", Cells(below, gradeId).Select(cell => cell.Source));

    /// <summary>The cells that the student added before an answer or test.</summary>
    public IEnumerable<string> AddedBefore(string gradeId) => Cells(added, gradeId).Select(cell => cell.Source);

    /// <summary>What the student wrote for an exercise, as a person reads it: cells added before the answer, then the answer, cut where it is very long; null where the answer was deleted.</summary>
    public string? Written(string gradeId)
    {
        if (this[gradeId] is not { } answer)
            return null;
        var all = string.Join("\n\n", [.. AddedBefore(gradeId), answer]);
        return all.Length <= LongestAnswer ? all : $"{all[..LongestAnswer]}\n… and {all.Length - LongestAnswer:N0} characters more";
    }

    /// <summary>What the file says that an exercise's cells have put out, and the pictures that a written answer carries.</summary>
    public AnswerOutputs Outputs(KeyExercise exercise, IReadOnlyList<CellOutput> graded)
    {
        var written = Cells(below, exercise.Id);
        var log = new OutputLog();
        foreach (var id in exercise.Tests.Select(test => test.GradeId).Prepend(exercise.Id).Distinct())
            foreach (var cell in Cells(added, id).Append(answers.GetValueOrDefault(id) ?? tests.GetValueOrDefault(id)).OfType<NotebookCell>())
                log.Add(cell);
        foreach (var cell in written)
            log.Add(cell);
        var attachments = new Dictionary<string, CellOutput>();
        foreach (var (name, bundle) in written.Append(answers.GetValueOrDefault(exercise.Id)).OfType<NotebookCell>().SelectMany(cell => cell.Node["attachments"] as JsonObject ?? []))
            if (bundle is JsonObject media && log.Attachment(media) is { } picture)
                attachments[name] = picture;
        return new AnswerOutputs(exercise.Id, log.Outputs, graded, attachments);
    }

    static IReadOnlyList<NotebookCell> Cells(Dictionary<string, List<NotebookCell>> byId, string gradeId) => byId.GetValueOrDefault(gradeId) ?? [];

    // Copying a cell copies its marks: of two, the last one that was written in counts.
    void Answer(string id, NotebookCell released, NotebookCell cell)
    {
        if (cell.Kind != released.Kind)
            notes.Add($"cell {id} is a {cell.Kind} cell and was released as a {released.Kind} cell; it was read as released");
        if (answers.TryGetValue(id, out var before))
        {
            notes.Add($"two cells are {id}; the last one that was written in counts");
            if (cell.Source == released.Source && before.Source != released.Source)
                return;
        }
        answers[id] = cell;
    }

    static string? GradeId(NotebookCell cell) => cell.Metadata[GradedCell.Key] is JsonObject marks && marks["grade_id"] is { } id && id.GetValueKind() == JsonValueKind.String ? id.GetValue<string>() : null;
}
