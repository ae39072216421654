using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Formats;
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
    readonly Dictionary<string, List<string>> added = [];
    readonly Dictionary<string, List<string>> below = [];
    readonly List<string> notes = [];

    /// <summary>Lays a submission beside its release.</summary>
    public SubmittedNotebook(Notebook release, Notebook submission)
    {
        var released = release.Cells.Select(cell => (Cell: cell, Marks: GradedCell.Read(cell))).Where(pair => pair.Marks is not null)
            .ToDictionary(pair => pair.Marks!.GradeId, pair => (pair.Cell, Marks: pair.Marks!));
        var unmarked = release.Cells.Where(cell => GradedCell.Read(cell) is null).Select(cell => cell.Source).ToHashSet();
        string? task = null;
        var waiting = new List<string>();
        var seen = new HashSet<string>();
        foreach (var cell in submission.Cells)
        {
            var id = GradeId(cell);
            if (id is null || !released.TryGetValue(id, out var original))
            {
                if (unmarked.Contains(cell.Source))
                    task = null;
                else if (task is not null && !string.IsNullOrWhiteSpace(cell.Source))
                    below[task].Add(cell.Source);
                if (cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
                    waiting.Add(cell.Source);
                continue;
            }
            var (known, marks) = original;
            task = marks.Task ? id : null;
            if (marks.Task)
                below.TryAdd(id, []);
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
    public string Below(string gradeId) => string.Join("\n\n", below.GetValueOrDefault(gradeId) ?? []);

    /// <summary>The cells that the student added before an answer or test.</summary>
    public IReadOnlyList<string> AddedBefore(string gradeId) => added.GetValueOrDefault(gradeId) ?? [];

    /// <summary>What the student wrote for an exercise, as a person reads it: cells added before the answer, then the answer, cut where it is very long; null where the answer was deleted.</summary>
    public string? Written(string gradeId)
    {
        if (this[gradeId] is not { } answer)
            return null;
        var all = string.Join("\n\n", [.. AddedBefore(gradeId), answer]);
        return all.Length <= LongestAnswer ? all : $"{all[..LongestAnswer]}\n… and {all.Length - LongestAnswer:N0} characters more";
    }

    // Copying a cell copies its marks: of two, the last one that was written in counts.
    void Answer(string id, NotebookCell released, NotebookCell cell)
    {
        if (cell.Kind != released.Kind)
        {
            notes.Add($"cell {id} is a {cell.Kind} cell and was released as a {released.Kind} cell; it was read as released");
        }
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
