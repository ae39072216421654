namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Whether code can be run as it is.</summary>
/// <param name="Status"><c>complete</c>, <c>incomplete</c>, <c>invalid</c> or <c>unknown</c>.</param>
/// <param name="Indent">When incomplete, what the next line starts with.</param>
public sealed record IsCompleteReply(string Status, string Indent = "");
