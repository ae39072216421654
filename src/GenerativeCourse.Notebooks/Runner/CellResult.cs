namespace GenerativeCourse.Notebooks.Runner;

/// <summary>How a cell ended.</summary>
public enum CellVerdict
{
    /// <summary>It ran.</summary>
    Ran,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It threw, as its tag <c>raises-exception</c> lets it.</summary>
    FailedAsAllowed,

    /// <summary>Its tag <c>skip-execution</c> leaves it out.</summary>
    Skipped,

    /// <summary>An earlier cell's failure stopped the notebook.</summary>
    NotReached,
}

/// <summary>What became of one code cell.</summary>
/// <param name="Number">Its execution count, as in <c>Cell[7]</c>: one more than the code cells executed before it.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Duration">From its start to its end.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record CellResult(int Number, string Id, string Source, CellVerdict Verdict, TimeSpan Duration, CellFailure? Failure);
