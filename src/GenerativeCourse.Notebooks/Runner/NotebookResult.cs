namespace GenerativeCourse.Notebooks.Runner;

/// <summary>What became of one notebook.</summary>
/// <param name="Name">What the notebook is called in reports.</param>
/// <param name="Cells">Its code cells, in order.</param>
/// <param name="Started">When its process was started.</param>
/// <param name="Duration">From the start of its process to the end of its last cell.</param>
/// <param name="PeakMemory">The process's highest resident memory in bytes, as far as it was seen.</param>
public sealed record NotebookResult(string Name, IReadOnlyList<CellResult> Cells, DateTimeOffset Started, TimeSpan Duration, long PeakMemory)
{
    /// <summary>Whether every cell was executed, and none failed unless it may.</summary>
    public bool Succeeded => Cells.All(cell => cell.Verdict is not (CellVerdict.Failed or CellVerdict.NotReached));

    /// <summary>Whether every cell was executed, though some may have failed.</summary>
    public bool Completed => Cells.All(cell => cell.Verdict != CellVerdict.NotReached && cell.Failure is not { IsFatal: true });

    /// <summary>The cells that failed though they may not.</summary>
    public IEnumerable<CellResult> Failures => Cells.Where(cell => cell.Verdict == CellVerdict.Failed);
}
