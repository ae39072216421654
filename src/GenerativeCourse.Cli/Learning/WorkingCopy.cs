using GenerativeCourse.Grading;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Learning;

/// <summary>A learner's own copies of lectures, in <c>work/</c>, with stubs in place of the solutions.</summary>
public sealed class WorkingCopy(CourseFolder course)
{
    /// <summary>The folder of the copies.</summary>
    public string Folder => course["work"];

    /// <summary>Makes a copy of a lecture and answers its file and the ids of its exercises.</summary>
    /// <exception cref="UserException">There is a copy already, which is left alone.</exception>
    public (string File, IReadOnlyList<string> Exercises) Start(string lecture)
    {
        var file = Path.Combine(Folder, Path.GetFileName(lecture));
        if (File.Exists(file))
            throw new UserException($"{file} is there already; `course reset EXERCISE` restores one exercise of it, and without the file `course start` begins again");
        var copy = Conceal(lecture);
        Directory.CreateDirectory(Folder);
        copy.Write(file);
        return (file, [.. Solutions(copy)]);
    }

    /// <summary>Puts the stub back in one exercise of a copy and answers the copy's file.</summary>
    /// <exception cref="UserException">No copy, or more than one, has that exercise.</exception>
    public string Reset(string exercise)
    {
        var copies = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.ipynb").Order(StringComparer.Ordinal).Select(file => (File: file, Notebook: Notebook.Read(file))).ToList() : [];
        var cells = copies.SelectMany(copy => copy.Notebook.Cells.Where(cell => IsSolution(cell, exercise)).Select(cell => (copy.File, copy.Notebook, Cell: cell))).ToList();
        if (cells is not [var (file, notebook, mine)])
        {
            var ids = string.Join(", ", copies.SelectMany(copy => Solutions(copy.Notebook)));
            throw new UserException(cells.Count > 1 ? $"{cells.Count} cells in {Folder} are exercise {exercise}"
                : ids == "" ? $"there is no exercise in {Folder}; `course start LECTURE` makes a copy with some" : $"there is no exercise {exercise} in {Folder}; there are {ids}");
        }
        var lecture = course["notebooks", Path.GetFileName(file)];
        var original = File.Exists(lecture) ? Conceal(lecture).Cells.FirstOrDefault(cell => IsSolution(cell, exercise)) : null;
        if (original is null)
            throw new UserException($"{lecture} has no exercise {exercise} to restore it from");
        mine.Source = original.Source;
        mine.Outputs.Clear();
        mine.ExecutionCount = null;
        notebook.Write(file);
        return file;
    }

    static Notebook Conceal(string lecture)
    {
        var copy = Notebook.Read(lecture);
        try
        {
            WorkingCopyPasses.Apply(copy);
        }
        catch (AssignmentException wrong)
        {
            throw new UserException($"{lecture}, {wrong.Message}");
        }
        return copy;
    }

    static IEnumerable<string> Solutions(Notebook notebook) => notebook.CodeCells.Select(SolutionId).OfType<string>();

    static bool IsSolution(NotebookCell cell, string id) => cell.Kind == CellKind.Code && SolutionId(cell) == id;

    // A learner's file may have lost a mark or two: only the lecture's own are checked.
    static string? SolutionId(NotebookCell cell)
    {
        try
        {
            return GradedCell.Read(cell) is { Solution: true } marks ? marks.GradeId : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
