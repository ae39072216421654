using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Takes marked lines that students do not get out of the cells that may hold some.</summary>
public sealed class ClearMarked : CellPass
{
    /// <summary>Takes hidden tests out of test cells.</summary>
    public static readonly ClearMarked HiddenTests = new(MarkedRegion.HiddenTests, marks => marks.Grade, "hidden tests stand in a cell without points: set grade in its metadata.nbgrader");

    /// <summary>Takes the graders' mark scheme out of tasks and of answers that a person grades.</summary>
    public static readonly ClearMarked MarkScheme = new(MarkedRegion.MarkScheme, marks => marks.IsManual, "a mark scheme stands in a cell that no person grades");

    readonly MarkedRegion region;
    readonly Func<GradedCell, bool> allowed;
    readonly string otherwise;

    ClearMarked(MarkedRegion region, Func<GradedCell, bool> allowed, string otherwise) => (this.region, this.allowed, this.otherwise) = (region, allowed, otherwise);

    /// <inheritdoc/>
    protected override void Apply(Notebook notebook, NotebookCell cell, GradedCell? marks)
    {
        if (region.Replace(cell.Source) is not { } visible)
            return;
        if (marks is null || !allowed(marks))
            throw new FormatException(otherwise);
        // The file would keep the picture when its line is gone.
        if (cell.Node["attachments"] is not null && region.Lines(cell.Source).Any(line => cell.Source.Split('\n')[line].Contains("](attachment:", StringComparison.Ordinal)))
            throw new FormatException("what students do not get shows an attached picture, which would stay in the file: link it instead");
        cell.Source = visible;
    }
}
