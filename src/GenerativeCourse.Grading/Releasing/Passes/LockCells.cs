using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Tells editors which cells may not be deleted, and which not edited.</summary>
public sealed class LockCells : CellPass
{
    /// <inheritdoc/>
    protected override void Apply(Notebook notebook, NotebookCell cell, GradedCell? marks)
    {
        if (marks is null)
            return;
        if (marks.Solution || marks.Grade || marks.Locked)
            cell.Metadata["deletable"] = false;
        if (marks.IsLocked)
            cell.Metadata["editable"] = false;
    }
}
