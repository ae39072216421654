using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Takes away what cells put out, and the traces of running them.</summary>
public sealed class ClearOutputs : IReleasePass
{
    /// <inheritdoc/>
    public void Apply(Notebook notebook)
    {
        notebook.Metadata.Remove("celltoolbar");
        foreach (var cell in notebook.CodeCells)
        {
            (cell.Outputs, cell.ExecutionCount) = ([], null);
            foreach (var trace in (string[])["collapsed", "scrolled", "execution"])
                cell.Metadata.Remove(trace);
        }
    }
}
