using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Cli.Running;

/// <summary>What became of one notebook of a batch.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Result">What its cells did; null when it could not be read or written.</param>
/// <param name="Problem">Why it could not be read or written; else null.</param>
/// <param name="Written">Where it was written, if it was.</param>
public sealed record NotebookOutcome(string Name, NotebookResult? Result, string? Problem, string? Written);
