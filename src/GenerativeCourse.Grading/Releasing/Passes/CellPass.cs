using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>A step that looks at one cell at a time.</summary>
public abstract class CellPass : IReleasePass
{
    /// <inheritdoc/>
    public void Apply(Notebook notebook)
    {
        foreach (var cell in notebook.Cells)
        {
            try
            {
                Apply(notebook, cell, GradedCell.Read(cell));
            }
            catch (FormatException wrong)
            {
                throw new AssignmentException($"cell {cell.Id}: {wrong.Message}");
            }
        }
    }

    /// <summary>Changes one cell; what it throws as a <see cref="FormatException"/> gets the cell's name.</summary>
    protected abstract void Apply(Notebook notebook, NotebookCell cell, GradedCell? marks);
}
