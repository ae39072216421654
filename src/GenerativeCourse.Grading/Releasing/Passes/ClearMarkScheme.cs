using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Takes the graders' mark scheme out of tasks and of answers that a person grades.</summary>
public sealed class ClearMarkScheme : CellPass
{
    /// <inheritdoc/>
    protected override void Apply(Notebook notebook, NotebookCell cell, GradedCell? marks)
    {
        if (MarkedRegion.MarkScheme.Replace(cell.Source) is not { } visible)
            return;
        if (marks is not { IsManual: true })
            throw new FormatException("a mark scheme stands in a cell that no person grades");
        // The file would keep the picture when its line is gone.
        if (cell.Node["attachments"] is not null && MarkedRegion.MarkScheme.Lines(cell.Source).Any(line => cell.Source.Split('\n')[line].Contains("](attachment:", StringComparison.Ordinal)))
            throw new FormatException("the mark scheme shows an attached picture, which would stay in the file: link it instead");
        cell.Source = visible;
    }
}
