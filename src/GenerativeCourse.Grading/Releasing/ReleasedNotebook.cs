using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Releasing.Passes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing;

/// <summary>Makes of a lecture what students get.</summary>
public static class ReleasedNotebook
{
    /// <summary>The notebook for students: the same for the same lecture, byte for byte.</summary>
    /// <exception cref="AssignmentException">A cell's marks are wrong; the message names the cell.</exception>
    public static Notebook Make(Assignment assignment)
    {
        IReleasePass[] passes =
        [
            new KeepNeededCells(assignment), new LockCells(), new ClearSolutions(), new ClearOutputs(), new ClearHiddenTests(),
            new ClearMarkScheme(), new RemoveWrongAnswers(), new ComputeChecksums(),
        ];
        var notebook = assignment.Notebook.Clone();
        foreach (var pass in passes)
            pass.Apply(notebook);
        return notebook;
    }
}
