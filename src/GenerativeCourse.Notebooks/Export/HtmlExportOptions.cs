namespace GenerativeCourse.Notebooks.Export;

/// <summary>What an exported page needs besides the notebook.</summary>
public sealed record HtmlExportOptions
{
    /// <summary>The notebook's folder: pictures that Markdown names by a relative path are taken from there into the page; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>The page's title where the notebook has no heading of the first level.</summary>
    public string Title { get; init; } = "Notebook";

    /// <summary>plotly.js's basic bundle, which draws figures; null to show their pictures.</summary>
    public string? PlotlyScript { get; init; }

    /// <summary>mermaid.js, which draws diagrams; null to show their source.</summary>
    public string? MermaidScript { get; init; }
}
