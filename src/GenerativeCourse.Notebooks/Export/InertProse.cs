using System.Net;
using System.Text.RegularExpressions;
using GenerativeCourse.Notebooks.Export.Mathematics;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>
/// Markdown that somebody has written who is not trusted, as HTML that does nothing: markup in it is text, links lead to web pages and mail only, no picture is loaded,
/// nothing has an id or a style, and formulas are MathML.
/// </summary>
static partial class InertProse
{
    const int LongestFormula = 4000;

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().UseAutoLinks().UseMathematics().Build();

    /// <summary>The HTML.</summary>
    /// <param name="markdown">What was written.</param>
    /// <param name="level">The level of the page's heading above it; its own are below.</param>
    /// <param name="picture">A checked <c>data:</c> address for a picture's address; null where it has none.</param>
    public static string Write(string markdown, int level, Func<string, string?> picture)
    {
        var document = Markdown.Parse(DisplayMath.Normalize(markdown), Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var (highest, above) = (headings.Count == 0 ? 1 : headings.Min(heading => heading.Level), level);
        foreach (var heading in headings)
            above = heading.Level = Math.Min(Math.Min(6, heading.Level - highest + level + 1), above + 1); // no level is left out
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions))
            column.Alignment = null; // It would be a style.
        var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        var mathematics = new TexMathematics();
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new Renderer<MathInline>((html, formula) => html.Write(Formula(mathematics, formula.Content.ToString(), formula.DelimiterCount == 2))));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new Renderer<MathBlock>((html, formula) => html.Write(Formula(mathematics, formula.Lines.ToString(), true) + "\n")));
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new Renderer<CodeBlock>((html, code) => html.EnsureLine().Write($"<pre><code>{WebUtility.HtmlEncode(code.Lines.ToString())}</code></pre>\n")));
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Renderer<LinkInline>((html, link) => Link(html, link, picture)));
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new Renderer<AutolinkInline>((html, link) => Anchor(html, link.IsEmail ? $"mailto:{link.Url}" : link.Url, () => html.WriteEscape(link.Url))));
        renderer.Render(document);
        return text.ToString();
    }

    static void Link(HtmlRenderer html, LinkInline link, Func<string, string?> picture)
    {
        var url = link.Url ?? "";
        if (!link.IsImage)
            Anchor(html, url, () => html.WriteChildren(link));
        else if (picture(url) is { } data)
            html.Write($"<img src=\"{WebUtility.HtmlEncode(data)}\" alt=\"{WebUtility.HtmlEncode(Words(link))}\">");
        else
            html.Write($"<span class=\"unshown\">a picture, not shown: {WebUtility.HtmlEncode($"{Words(link)} {(url.Length <= 200 ? url : url[..200] + "…")}".Trim())}</span>");
    }

    static void Anchor(HtmlRenderer html, string url, Action words)
    {
        var safe = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" ? address : null;
        if (safe is null)
        {
            words();
            html.Write($" <span class=\"unshown\">({WebUtility.HtmlEncode(url.Length <= 200 ? url : url[..200] + "…")})</span>");
            return;
        }
        html.Write($"<a target=\"_blank\" rel=\"noopener noreferrer nofollow\" href=\"{WebUtility.HtmlEncode(safe.AbsoluteUri)}\" title=\"{WebUtility.HtmlEncode(safe.AbsoluteUri)}\">");
        words();
        html.Write("</a>");
    }

    // A formula of a few macros can grow without bounds, so none are taken.
    static string Formula(TexMathematics mathematics, string tex, bool display) => tex.Length > LongestFormula || Defines().IsMatch(tex)
        ? $"<code>{WebUtility.HtmlEncode(tex)}</code>"
        : mathematics.ToMathMl(tex, display);

    static string Words(ContainerInline inlines) => string.Concat(inlines.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    [GeneratedRegex(@"\\(?:def|let|gdef|edef|newcommand|renewcommand|providecommand|DeclareMathOperator)")]
    private static partial Regex Defines();

    sealed class Renderer<T>(Action<HtmlRenderer, T> write) : HtmlObjectRenderer<T> where T : MarkdownObject
    {
        protected override void Write(HtmlRenderer renderer, T obj) => write(renderer, obj);
    }
}
