using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Takes what is the instructor's out of the metadata (wrong answers and why learners give them, minutes, oral questions and their answers): it never leaves the source.</summary>
public sealed class RemoveInstructorNotes : IReleasePass
{
    // Named are the keys that go out, so that one which is added later stays in.
    static readonly string[] Released = ["needs", "partial"];

    /// <inheritdoc/>
    public void Apply(Notebook notebook)
    {
        foreach (var cell in notebook.Cells)
        {
            if (cell.Metadata["course"] is not JsonObject course)
                continue;
            foreach (var key in course.Select(entry => entry.Key).Except(Released).ToList())
                course.Remove(key);
            if (course.Count == 0)
                cell.Metadata.Remove("course");
        }
    }
}
