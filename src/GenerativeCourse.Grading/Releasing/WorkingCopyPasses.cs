using GenerativeCourse.Grading.Releasing.Passes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing;

/// <summary>What a learner's own copy of a lecture is made by: all its cells, stubs for answers, and nothing hidden.</summary>
public static class WorkingCopyPasses
{
    static readonly IReleasePass[] Passes = [new ClearOutputs(), new ClearSolutions(), ClearMarked.HiddenTests, ClearMarked.MarkScheme, new RemoveInstructorNotes()];

    /// <summary>Changes a lecture into a working copy.</summary>
    /// <exception cref="AssignmentException">A cell's marks are wrong; the message names the cell.</exception>
    public static void Apply(Notebook lecture)
    {
        foreach (var pass in Passes)
            pass.Apply(lecture);
    }
}
