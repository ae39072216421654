using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Keeps of a lecture its title, the exercises, and the cells that these use, which it locks.</summary>
public sealed class KeepNeededCells(Assignment assignment) : IReleasePass
{
    /// <inheritdoc/>
    public void Apply(Notebook notebook)
    {
        var needed = assignment.Needed.ToHashSet();
        var asked = assignment.Exercises.SelectMany(exercise => exercise.Task.Append(exercise.Answer).Select(cell => cell.Id)
            .Concat(exercise.Tests.Select(test => test.CellId))).ToHashSet();
        var kept = notebook.Cells.Where(cell => needed.Contains(cell.Id) || asked.Contains(cell.Id) || GradedCell.Read(cell) is not null).ToList();
        var taken = kept.Select(GradedCell.Read).OfType<GradedCell>().Select(marks => marks.GradeId).ToHashSet();
        foreach (var cell in kept.Where(cell => needed.Contains(cell.Id) && GradedCell.Read(cell) is null))
        {
            var id = cell.Id;
            while (!taken.Add(id))
                id += "-cell";
            cell.Metadata[GradedCell.Key] = new GradedCell { GradeId = id, Locked = true }.ToJson();
        }
        if (Title(notebook) is { } title && !kept.Contains(title))
            kept.Insert(0, title);
        notebook.Cells.Clear();
        foreach (var cell in kept)
            notebook.Cells.Add(cell);
    }

    // The first heading, without what a lecture says of itself below it.
    static NotebookCell? Title(Notebook notebook)
    {
        if (notebook.Cells.FirstOrDefault() is not { Kind: CellKind.Markdown } first || !first.Source.StartsWith("# ", StringComparison.Ordinal))
            return null;
        first.Source = first.Source.Split('\n')[0];
        return first;
    }
}
