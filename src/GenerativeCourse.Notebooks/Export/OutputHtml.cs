using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>A cell's outputs as HTML: of each, the richest form that a page without a network can show.</summary>
sealed partial class OutputHtml(ProseHtml prose, LocalFiles files, bool plotly, bool mermaid)
{
    const string PlotlyType = "application/vnd.plotly.v1+json";
    const string MermaidType = "text/vnd.mermaid";
    const int LongOutput = 30;

    // What plotly's basic bundle draws.
    static readonly HashSet<string> BasicTraces = ["scatter", "bar", "pie"];

    /// <summary>Whether a figure was written that plotly is to draw.</summary>
    public bool HasFigures { get; private set; }

    /// <summary>Whether a diagram was written that mermaid is to draw.</summary>
    public bool HasDiagrams { get; private set; }

    /// <summary>One output of nbformat.</summary>
    public string Write(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => Text((string)output["text"]!, (string?)output["name"] == "stderr" ? "output stderr" : "output"),
        "error" => Text(string.Join('\n', output["traceback"]!.AsArray().Select(line => (string)line!)), "output error"),
        _ => Display(output["data"]!.AsObject(), output["metadata"] as JsonObject ?? []),
    };

    string Display(JsonObject data, JsonObject metadata)
    {
        if (plotly && data[PlotlyType] is JsonObject figure && IsBasic(figure))
            return Figure(figure, data, metadata);
        if (Text(data, MermaidType) is { } diagram)
            return Diagram(diagram);
        if (Text(data, "text/html") is { } html && !(LoadsFromNetwork().IsMatch(html) && Picture(data) is not null))
            return $"<div class=\"display wide\">{files.Embed(html)}</div>\n";
        if (Picture(data) is { } picture)
            return $"<div class=\"display\">{Image(picture, data, metadata)}</div>\n";
        if (Text(data, "text/markdown") is { } markdown)
            return $"<div class=\"display\">{prose.Write(markdown)}</div>\n";
        if (Text(data, "text/latex") is { } latex)
            return $"<div class=\"display\">{prose.Mathematics.ToMathMl(latex.Trim().Trim('$'), display: true)}</div>\n";
        if (data["application/json"] is { } json)
            return Text(json.ToJsonString(new() { WriteIndented = true }), "output");
        return Text(data, "text/plain") is { } plain ? Text(plain, "output") : "";
    }

    string Figure(JsonObject figure, JsonObject data, JsonObject metadata)
    {
        HasFigures = true;
        var alt = Alternative(data, metadata);
        var width = figure["layout"]?["width"]?.ToString();
        var still = Picture(data) is { } picture ? Image(picture, data, metadata, width) : $"<p>{WebUtility.HtmlEncode(alt)}</p>";
        // The default encoder escapes <, which could end the element.
        var json = figure.ToJsonString();
        return $"<figure class=\"display wide\" data-plotly data-alt=\"{WebUtility.HtmlEncode(alt)}\">{still}<script type=\"application/json\">{json}</script></figure>\n";
    }

    string Diagram(string source)
    {
        HasDiagrams |= mermaid;
        return mermaid
            ? $"<figure class=\"display wide\" data-mermaid><pre class=\"output\">{WebUtility.HtmlEncode(source)}</pre></figure>\n"
            : Text(source, "output");
    }

    static bool IsBasic(JsonObject figure) =>
        figure["data"] is JsonArray traces && traces.All(trace => BasicTraces.Contains((string?)trace?["type"] ?? "scatter"));

    static (string Type, string Data)? Picture(JsonObject data)
    {
        foreach (var type in (string[])["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"])
        {
            if (Text(data, type) is { } text)
                return (type, type == "image/svg+xml" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text.ReplaceLineEndings(""));
        }
        return null;
    }

    static string Image((string Type, string Data) picture, JsonObject data, JsonObject metadata, string? width = null)
    {
        width ??= metadata[picture.Type]?["width"]?.ToString() ?? metadata["width"]?.ToString();
        var size = double.TryParse(width, System.Globalization.CultureInfo.InvariantCulture, out var pixels) ? $" width=\"{pixels:0}\"" : "";
        return $"<img src=\"data:{picture.Type};base64,{picture.Data}\" alt=\"{WebUtility.HtmlEncode(Alternative(data, metadata))}\"{size}>";
    }

    // The author's words first, then the output's own text.
    static string Alternative(JsonObject data, JsonObject metadata) =>
        (string?)data[PlotlyType]?["layout"]?["meta"]?["alt"]
        ?? (metadata["alt"] ?? metadata["image/png"]?["alt"] ?? metadata["image/svg+xml"]?["alt"])?.ToString()
        ?? Text(data, "text/plain") ?? "";

    static string? Text(JsonObject data, string type) => data[type] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    static string Text(string text, string kind)
    {
        var plain = PrintedText.Plain(text);
        var place = plain.AsSpan().Count('\n') > LongOutput ? " tabindex=\"0\" role=\"region\" aria-label=\"Output\"" : "";
        return plain.Length == 0 ? "" : $"<pre class=\"{kind}\"{place}>{WebUtility.HtmlEncode(plain)}</pre>\n";
    }

    [GeneratedRegex("""<(?:script|link|iframe)\b[^>]*\s(?:src|href)=["']?(?:https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex LoadsFromNetwork();
}
