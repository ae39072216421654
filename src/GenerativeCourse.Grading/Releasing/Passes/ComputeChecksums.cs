using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Writes nbgrader's checksum and the kind of each marked cell.</summary>
public sealed class ComputeChecksums : CellPass
{
    /// <inheritdoc/>
    protected override void Apply(Notebook notebook, NotebookCell cell, GradedCell? marks)
    {
        if (marks is null)
            return;
        var node = cell.Metadata[GradedCell.Key]!.AsObject();
        node["checksum"] = CellChecksum.Of(cell, marks);
        node["cell_type"] = cell.Node["cell_type"]!.DeepClone();
    }
}
