using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>Writes a notebook as one HTML page that works offline: prose, mathematics as MathML, coloured code, outputs with their controls.</summary>
public static class HtmlExport
{
    // Scripts of outputs may run, but nothing is ever loaded.
    const string Policy = "default-src 'none'; img-src data: blob:; media-src data: blob:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    /// <summary>The page of a notebook as it stands, with the outputs that it has.</summary>
    public static HtmlPage Write(Notebook notebook, HtmlExportOptions options)
    {
        var problems = new List<string>();
        var files = new LocalFiles(options.Folder, problems);
        var prose = new ProseHtml(files);
        var outputs = new OutputHtml(prose, files, options.PlotlyScript is not null, options.MermaidScript is not null);
        var body = new StringBuilder();
        foreach (var cell in notebook.Cells.Where(cell => !cell.Tags.Contains("remove-cell")))
        {
            switch (cell.Kind)
            {
                case CellKind.Markdown:
                    body.Append("<div class=\"cell prose\">").Append(prose.Write(cell.Source, cell.Node["attachments"])).Append("</div>\n");
                    break;
                case CellKind.Code:
                    body.Append(Code(cell, outputs));
                    break;
            }
        }
        problems.AddRange(prose.Mathematics.Problems);
        return new HtmlPage(Page(body.ToString(), prose, outputs, options), problems);
    }

    static string Code(NotebookCell cell, OutputHtml outputs)
    {
        var html = new StringBuilder("<div class=\"cell code\">");
        if (!cell.Tags.Contains("remove-input") && cell.Source.Trim().Length > 0)
        {
            var language = CellLanguage.Of(cell);
            var source = $"<pre class=\"source\"><code>{(language is null or "csharp" ? CodeHtml.CSharp(cell.Source) : WebUtility.HtmlEncode(cell.Source))}</code></pre>";
            html.Append(Summary(cell) is { } summary ? $"<details><summary>{summary}</summary>{source}</details>" : source);
        }
        if (!cell.Tags.Contains("remove-output"))
        {
            var shown = string.Concat(cell.Outputs.Select(output => outputs.Write(output!.AsObject())));
            var hidden = IsSet(cell, "jupyter", "outputs_hidden") || cell.Tags.Contains("hide-output");
            html.Append(hidden && shown.Length > 0 ? $"<details><summary>Output</summary>{shown}</details>" : shown);
        }
        return html.Append("</div>\n").ToString();
    }

    // What a reader should first try without: closed, and opened by a click.
    static string? Summary(NotebookCell cell)
    {
        if (IsSet(cell, "nbgrader", "solution"))
            return "Solution";
        if (IsSet(cell, "nbgrader", "grade"))
            return "Tests of the exercise";
        return IsSet(cell, "jupyter", "source_hidden") || cell.Tags.Contains("hide-input") ? "Code" : null;
    }

    static bool IsSet(NotebookCell cell, string group, string name) =>
        cell.Metadata[group] is JsonObject metadata && metadata[name] is JsonValue value && value.TryGetValue(out bool set) && set;

    static string Page(string body, ProseHtml prose, OutputHtml outputs, HtmlExportOptions options)
    {
        var font = body.Contains("<math", StringComparison.Ordinal)
            ? $"@font-face {{ font-family: \"Course Math\"; src: url(data:font/woff2;base64,{Convert.ToBase64String(MathFont.Bytes)}) format(\"woff2\"); }}\n"
            : "";
        var scripts = (outputs.HasFigures ? $"<script>{options.PlotlyScript}</script>\n" : "") + (outputs.HasDiagrams ? $"<script>{options.MermaidScript}</script>\n" : "");
        if (scripts.Length > 0)
            scripts += $"<script>{Encoding.UTF8.GetString(Asset("page.js"))}</script>\n";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{WebUtility.HtmlEncode(prose.Title ?? options.Title)}</title>
            <style>
            {font}{Encoding.UTF8.GetString(Asset("page.css"))}</style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            {prose.Contents()}<main id="content">
            {body}</main>
            {scripts}</body>
            </html>

            """;
    }

    static byte[] Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
