using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Exercises;

/// <summary>An exercise of a lecture: an answer, and what it is graded by.</summary>
public sealed record Exercise
{
    /// <summary>Its id: that of the cell with the answer.</summary>
    public required string Id { get; init; }

    /// <summary>The cell with the answer.</summary>
    public required NotebookCell Answer { get; init; }

    /// <summary>The markdown cells before it, which say what is asked.</summary>
    public IReadOnlyList<NotebookCell> Task { get; init; } = [];

    /// <summary>The ids of the earlier cells that it uses, in the notebook's order.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Wrong answers that its tests must reject.</summary>
    public IReadOnlyList<WrongAnswer> WrongAnswers { get; init; } = [];

    /// <summary>Its test cells; none where a person grades it.</summary>
    public IReadOnlyList<TestCell> Tests { get; init; } = [];

    /// <summary>The points that a person gives for the answer itself; 0 where a machine grades it.</summary>
    public double ManualPoints { get; init; }

    /// <summary>Whether it is a task (nbgrader's): its cell says what is asked, and what a student adds below is the answer.</summary>
    public bool IsTask { get; init; }

    /// <summary>Whether a person grades it.</summary>
    public bool IsManual => ManualPoints > 0;

    /// <summary>What it is worth in all.</summary>
    public double Points => ManualPoints + Tests.Sum(test => test.Points);

    /// <summary>The cell with the solution, as the lecture has it.</summary>
    public string Solution => Answer.Source;

    /// <summary>The cell with a wrong answer in the solution's place.</summary>
    public string With(WrongAnswer wrong) => MarkedRegion.Solution.ReplaceAsIs(Solution, wrong.Source) ?? wrong.Source;
}
