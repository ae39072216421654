using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Releasing.Passes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing;

/// <summary>Makes of a lecture what students get.</summary>
public static class ReleasedNotebook
{
    // nbgrader's own passes, in its order, and one for what is ours.
    static readonly IReleasePass[] Passes = [new LockCells(), new ClearSolutions(), new ClearOutputs(), ClearMarked.HiddenTests, ClearMarked.MarkScheme, new RemoveInstructorNotes(), new ComputeChecksums()];

    /// <summary>The notebook for students: the same for the same lecture, byte for byte.</summary>
    /// <exception cref="AssignmentException">A cell's marks are wrong; the message names the cell.</exception>
    public static Notebook Make(Assignment assignment)
    {
        var notebook = assignment.Notebook.Clone();
        new KeepNeededCells(assignment).Apply(notebook);
        Clear(notebook);
        return notebook;
    }

    /// <summary>Does to a notebook with all of its cells what nbgrader's <c>generate_assignment</c> would.</summary>
    /// <exception cref="AssignmentException">A cell's marks are wrong; the message names the cell.</exception>
    internal static void Clear(Notebook notebook)
    {
        foreach (var pass in Passes)
            pass.Apply(notebook);
    }
}
