using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Exercises;

/// <summary>A lecture seen as an assignment: its exercises, and what is wrong with their form.</summary>
public sealed class Assignment
{
    Assignment(Notebook notebook, string name, IReadOnlyList<Exercise> exercises, IReadOnlyList<Problem> problems) =>
        (Notebook, Name, Exercises, Problems) = (notebook, name, exercises, problems);

    /// <summary>The lecture.</summary>
    public Notebook Notebook { get; }

    /// <summary>What it is called: its file's name without the ending.</summary>
    public string Name { get; }

    /// <summary>Its exercises, in order.</summary>
    public IReadOnlyList<Exercise> Exercises { get; }

    /// <summary>What is wrong with it; with any, it can be neither released nor graded.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>What it is worth in all.</summary>
    public double Points => Exercises.Sum(exercise => exercise.Points);

    /// <summary>The ids of all cells that its exercises use, in the notebook's order.</summary>
    public IReadOnlyList<string> Needed
    {
        get
        {
            var needed = Exercises.SelectMany(exercise => exercise.Needs).ToHashSet();
            return [.. Notebook.Cells.Select(cell => cell.Id).Where(needed.Contains)];
        }
    }

    /// <summary>Reads a lecture.</summary>
    public static Assignment Read(Notebook notebook, string name)
    {
        var reader = new AssignmentReader(notebook);
        var exercises = reader.Read();
        return new Assignment(notebook, name, exercises, reader.Problems);
    }
}
