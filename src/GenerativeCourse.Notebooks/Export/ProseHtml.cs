using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Export.Mathematics;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>Markdown as Jupyter understands it, as HTML; remembers the headings of all cells.</summary>
sealed class ProseHtml(LocalFiles files)
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseTaskLists().UseAutoLinks().UseFootnotes().UseAlertBlocks().UseMathematics().Build();

    readonly List<(int Level, string Id, string Html)> headings = [];
    readonly HashSet<string> ids = new(StringComparer.Ordinal) { "content" };
    int cells;

    /// <summary>Turns formulas into MathML.</summary>
    public TexMathematics Mathematics { get; } = new();

    /// <summary>The text of the first heading of the first level.</summary>
    public string? Title { get; private set; }

    /// <summary>One cell's Markdown; <paramref name="attachments"/> are the pictures that it carries.</summary>
    public string Write(string markdown, JsonNode? attachments = null)
    {
        cells++;
        var document = Markdown.Parse(DisplayMath.Normalize(markdown), Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
            link.Url = Target(link.Url ?? "", attachments);
        foreach (var heading in document.Descendants<HeadingBlock>())
            Register(heading);
        return files.Embed(Render(renderer => renderer.Render(document)));
    }

    /// <summary>The list of contents; empty when there are fewer than two headings.</summary>
    public string Contents()
    {
        var entries = headings.Where(heading => heading.Level is 2 or 3).ToList();
        if (entries.Count < 2)
            return "";
        var html = new StringBuilder("<nav aria-label=\"Contents\"><details open><summary>Contents</summary><ul>");
        var nested = false;
        for (var i = 0; i < entries.Count; i++)
        {
            html.Append($"<li><a href=\"#{entries[i].Id}\">{entries[i].Html}</a>");
            var (here, next) = (entries[i].Level, i + 1 < entries.Count ? entries[i + 1].Level : 2);
            if (here < next && (nested = true))
                html.Append("<ul>");
            else if (here > next && nested && !(nested = false))
                html.Append("</li></ul></li>");
            else
                html.Append("</li>");
        }
        return html.Append("</ul></details></nav>\n").ToString();
    }

    void Register(HeadingBlock heading)
    {
        var text = heading.Inline is null ? "" : PlainText(heading.Inline);
        var slug = Slug(text);
        var id = slug;
        for (var number = 1; !ids.Add(id); number++)
            id = $"{slug}-{number}";
        heading.GetAttributes().Id = id;
        headings.Add((heading.Level, id, Render(renderer => renderer.WriteLeafInline(heading))));
        if (heading.Level == 1)
            Title ??= text;
    }

    string Target(string url, JsonNode? attachments)
    {
        if (url.StartsWith("attachment:", StringComparison.Ordinal) && attachments?[url["attachment:".Length..]] is JsonObject bundle
            && bundle.FirstOrDefault(entry => entry.Key.StartsWith("image/", StringComparison.Ordinal)) is { Key: { } type } image)
        {
            var data = (string)image.Value!;
            return $"data:{type};base64,{(type == "image/svg+xml" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) : data.Replace("\n", "", StringComparison.Ordinal))}";
        }
        if (url.StartsWith('#'))
            return "#" + Slug(Uri.UnescapeDataString(url[1..]));
        // Lectures point to each other; so do their pages.
        var notebook = url.IndexOf(".ipynb", StringComparison.OrdinalIgnoreCase);
        return notebook > 0 && !url.Contains("://", StringComparison.Ordinal) ? $"{url[..notebook]}.html{url[(notebook + 6)..]}" : url;
    }

    string Render(Action<HtmlRenderer> write)
    {
        var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new FormulaRenderer<MathInline>(
            formula => Mathematics.ToMathMl(formula.Content.ToString(), display: formula.DelimiterCount == 2)));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new FormulaRenderer<MathBlock>(
            formula => Mathematics.ToMathMl(formula.Lines.ToString(), display: true) + "\n"));
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new FencedCodeRenderer());
        write(renderer);
        return text.ToString();
    }

    static string PlainText(ContainerInline inlines) => string.Concat(inlines.Descendants<LeafInline>().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline formula => formula.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    }));

    // As GitHub makes them, so that links written for it work.
    static string Slug(string text)
    {
        var slug = string.Concat(text.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
        return slug.Length == 0 ? "section" : slug;
    }

    sealed class FormulaRenderer<T>(Func<T, string> write) : HtmlObjectRenderer<T> where T : MarkdownObject
    {
        protected override void Write(HtmlRenderer renderer, T obj) => renderer.Write(write(obj));
    }

    sealed class FencedCodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            var source = obj.Lines.ToString();
            var csharp = obj is FencedCodeBlock { Info: { } info } && info.ToLowerInvariant() is "csharp" or "cs" or "c#";
            renderer.EnsureLine();
            renderer.Write($"<pre><code>{(csharp ? CodeHtml.CSharp(source) : WebUtility.HtmlEncode(source))}</code></pre>\n");
        }
    }
}
