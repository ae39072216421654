using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Exercises;

/// <summary>Finds the exercises of a lecture and says everything that is wrong with their form.</summary>
sealed class AssignmentReader(Notebook notebook)
{
    readonly List<Problem> problems = [];
    readonly List<Exercise> exercises = [];
    readonly Dictionary<NotebookCell, GradedCell> marks = [];
    readonly HashSet<string> answers = [];

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<Exercise> Read()
    {
        foreach (var cell in notebook.Cells)
            Try(cell, () =>
            {
                if (GradedCell.Read(cell) is { GradeId.Length: > 0 } read)
                    marks[cell] = read;
            });
        foreach (var twice in marks.GroupBy(entry => entry.Value.GradeId).Where(group => group.Count() > 1))
            problems.Add(new Problem($"cell {twice.Last().Key.Id}", $"the grade_id {twice.Key} is {twice.First().Key.Id}'s already"));
        foreach (var (cell, read) in marks)
            if (read.Solution && cell.Kind == CellKind.Code)
                answers.UnionWith(DeclaredNames.Of(cell.Source));
        var task = new List<NotebookCell>();
        foreach (var cell in notebook.Cells)
        {
            var read = marks.GetValueOrDefault(cell);
            if (read is { Solution: true } or { Task: true })
                Try(cell, () => Answer(cell, read, task));
            else if (read is { IsTest: true })
                Try(cell, () => Test(cell, read));
            else if (cell.Kind == CellKind.Code && marks.Count > 0)
                Unmarked(cell);
            if (cell.Kind == CellKind.Markdown && read is null)
                task.Add(cell);
            else
                task.Clear();
        }
        foreach (var exercise in exercises.Where(exercise => exercise is { IsManual: false, Tests.Count: 0 }))
            problems.Add(new Problem($"exercise {exercise.Id}", "no test cell follows it"));
        return exercises;
    }

    void Answer(NotebookCell cell, GradedCell read, IEnumerable<NotebookCell> task)
    {
        if (cell.Kind == CellKind.Code && MarkedRegion.Solution.Lines(cell.Source).Count == 0)
            problems.Add(new Problem($"exercise {read.GradeId}", "its solution stands between no // BEGIN SOLUTION and // END SOLUTION"));
        var course = cell.Metadata["course"] as JsonObject;
        exercises.Add(new Exercise
        {
            Id = read.GradeId,
            Answer = cell,
            Task = [.. task],
            Needs = [.. Needs(cell, read.GradeId, course?["needs"])],
            WrongAnswers = [.. WrongAnswers(read.GradeId, course?["wrong_answers"])],
            ManualPoints = read.IsManual ? read.Points : 0,
            IsTask = read.Task,
        });
    }

    void Test(NotebookCell cell, GradedCell read)
    {
        if (exercises.Count == 0 || exercises[^1].IsManual)
        {
            problems.Add(new Problem($"test {read.GradeId}", "no solution cell stands before it"));
            return;
        }
        var reader = new TestCellReader(answers);
        var test = reader.Read(read.GradeId, cell.Id, read.Points, IsPartial(cell), cell.Source);
        problems.AddRange(reader.Problems.Select(problem => new Problem($"test {read.GradeId}, line {problem.Line}", problem.Text)));
        if (test.Checks.Count == 0 && reader.Problems.Count == 0)
            problems.Add(new Problem($"test {read.GradeId}", "it calls Check nowhere"));
        if (test.Checks.All(check => check.IsHidden))
            problems.Add(new Problem($"test {read.GradeId}", "it has no visible check, by which a learner could see what is asked"));
        if (!test.Checks.Any(check => check.IsHidden))
            problems.Add(new Problem($"test {read.GradeId}", "it has no hidden check (between // BEGIN HIDDEN TESTS and // END HIDDEN TESTS), and the visible ones can be met by heart"));
        exercises[^1] = exercises[^1] with { Tests = [.. exercises[^1].Tests, test] };
    }

    static bool IsPartial(NotebookCell cell) => (cell.Metadata["course"] as JsonObject)?["partial"] switch
    {
        null => false,
        { } node when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False => node.GetValue<bool>(),
        _ => throw new FormatException("metadata.course.partial must be true or false"),
    };

    void Unmarked(NotebookCell cell) => Try(cell, () =>
    {
        if (MarkedRegion.Solution.Lines(cell.Source).Count > 0 || MarkedRegion.HiddenTests.Lines(cell.Source).Count > 0)
            throw new FormatException("it holds a solution or hidden tests and no metadata.nbgrader");
    });

    IEnumerable<string> Needs(NotebookCell cell, string exercise, JsonNode? node)
    {
        if (node is null && cell.Kind == CellKind.Markdown)
            yield break;
        if (node is not JsonArray list || list.Any(item => item?.GetValueKind() != JsonValueKind.String))
        {
            problems.Add(new Problem($"exercise {exercise}", "metadata.course.needs must list the ids of the cells that it uses"));
            yield break;
        }
        var last = -1;
        foreach (var id in list.Select(item => (string)item!))
        {
            var at = notebook.Cells.TakeWhile(other => other.Id != id).Count();
            if (at == notebook.Cells.Count)
                problems.Add(new Problem($"exercise {exercise}", $"it needs cell {id}, and there is none"));
            else if (notebook.Cells[at].Kind != CellKind.Code)
                problems.Add(new Problem($"exercise {exercise}", $"it needs cell {id}, which is no code"));
            else if (at >= notebook.Cells.IndexOf(cell))
                problems.Add(new Problem($"exercise {exercise}", $"it needs cell {id}, which stands after it"));
            else if (at <= last)
                problems.Add(new Problem($"exercise {exercise}", $"it needs cell {id} out of order: name needed cells in the notebook's order, each once"));
            else
                yield return id;
            last = at;
        }
    }

    IEnumerable<WrongAnswer> WrongAnswers(string exercise, JsonNode? node)
    {
        foreach (var item in node as JsonArray ?? [])
        {
            var (name, why, source) = (Text(item, "name"), Text(item, "why"), Text(item, "source"));
            if (name is null || why is null || source is null)
                problems.Add(new Problem($"exercise {exercise}", "a wrong answer has a name, a why and a source"));
            else
                yield return new WrongAnswer(name, why, source);
        }
    }

    static string? Text(JsonNode? node, string key) =>
        node is JsonObject owner && owner[key] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    void Try(NotebookCell cell, Action read)
    {
        try
        {
            read();
        }
        catch (FormatException wrong)
        {
            problems.Add(new Problem($"cell {cell.Id}", wrong.Message));
        }
    }
}
