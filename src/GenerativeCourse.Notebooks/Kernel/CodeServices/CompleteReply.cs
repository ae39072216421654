namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Completions, and the part of the code that each of them takes the place of.</summary>
/// <param name="Matches">What may stand there.</param>
/// <param name="CursorStart">Where the replaced part begins, in code points.</param>
/// <param name="CursorEnd">Where it ends.</param>
public sealed record CompleteReply(IReadOnlyList<Completion> Matches, int CursorStart, int CursorEnd);

/// <summary>One completion.</summary>
/// <param name="Text">What is put in.</param>
/// <param name="Kind">Jupyter's type of it, such as <c>method</c>, <c>property</c>, <c>class</c>, <c>magic</c>: clients choose an icon by it.</param>
/// <param name="Signature">The one-line signature; null when there is none.</param>
/// <param name="Documentation">The summary of its documentation as plain text; null when there is none.</param>
public sealed record Completion(string Text, string Kind, string? Signature = null, string? Documentation = null);
