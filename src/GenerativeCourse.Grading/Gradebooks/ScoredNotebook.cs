namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>The points of one notebook of one student.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">Its cells that carry points.</param>
/// <param name="Notes">What was odd about the file.</param>
/// <param name="Penalty">What lateness costs.</param>
public sealed record ScoredNotebook(string Name, IReadOnlyList<ScoredCell> Cells, IReadOnlyList<string> Notes, double Penalty)
{
    /// <summary>What was earned, before lateness.</summary>
    public double Raw => Cells.Sum(cell => cell.Score);
}
