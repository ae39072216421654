using GenerativeCourse.Cli.Running;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Assignments;

/// <summary>Reads the lectures that a user means as assignments.</summary>
static class AssignmentFiles
{
    /// <summary>The lectures that <paramref name="asked"/> names and that have exercises.</summary>
    /// <exception cref="UserException">One is not there, or none has exercises.</exception>
    /// <exception cref="NotebookFormatException">One is no notebook.</exception>
    public static IReadOnlyList<Assignment> Read(IReadOnlyList<string> asked)
    {
        var course = CourseFolder.Find();
        var read = NotebookChoice.Find(asked, course["notebooks"]).Select(Read).Where(assignment => assignment.Exercises.Count > 0 || assignment.Problems.Count > 0).ToList();
        return read.Count > 0 ? read : throw new UserException("there are no exercises in what was named: cells that metadata.nbgrader marks as solutions and tests");
    }

    static Assignment Read(string file) => Assignment.Read(Notebook.Read(file), Path.GetFileNameWithoutExtension(file));
}
