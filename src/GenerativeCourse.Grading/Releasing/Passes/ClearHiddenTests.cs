using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Takes hidden tests out of test cells.</summary>
public sealed class ClearHiddenTests : CellPass
{
    /// <inheritdoc/>
    protected override void Apply(Notebook notebook, NotebookCell cell, GradedCell? marks)
    {
        if (MarkedRegion.HiddenTests.Replace(cell.Source) is not { } visible)
            return;
        if (marks is not { Grade: true })
            throw new FormatException("hidden tests stand in a cell without points: set grade in its metadata.nbgrader");
        cell.Source = visible;
    }
}
