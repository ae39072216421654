using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Takes wrong answers, and why learners give them, out of the metadata: they never leave the source.</summary>
public sealed class RemoveWrongAnswers : IReleasePass
{
    /// <inheritdoc/>
    public void Apply(Notebook notebook)
    {
        foreach (var cell in notebook.Cells)
            (cell.Metadata["course"] as JsonObject)?.Remove("wrong_answers");
    }
}
