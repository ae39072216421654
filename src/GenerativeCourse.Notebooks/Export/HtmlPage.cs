namespace GenerativeCourse.Notebooks.Export;

/// <summary>An exported notebook.</summary>
/// <param name="Html">The whole page; it asks for nothing from the network.</param>
/// <param name="Problems">What could not be shown as meant, a line each.</param>
public sealed record HtmlPage(string Html, IReadOnlyList<string> Problems);
