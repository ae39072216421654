using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenerativeCourse.Notebooks.Export;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Tests.Export;

public sealed partial class HtmlExportTests
{
    readonly Notebook notebook = Notebook.Create();

    void Prose(string markdown) => notebook.Cells.Add(NotebookCell.Markdown($"m{notebook.Cells.Count}", markdown));

    NotebookCell Code(string source, params JsonObject[] outputs)
    {
        var cell = NotebookCell.Code($"c{notebook.Cells.Count}", source);
        foreach (var output in outputs)
            cell.Outputs.Add(output);
        notebook.Cells.Add(cell);
        return cell;
    }

    static JsonObject Display(params (string Type, JsonNode Value)[] data) => new()
    {
        ["output_type"] = "display_data",
        ["metadata"] = new JsonObject(),
        ["data"] = new JsonObject(data.Select(entry => KeyValuePair.Create(entry.Type, (JsonNode?)entry.Value))),
    };

    static JsonObject Figure(string trace) => new()
    {
        ["data"] = new JsonArray(new JsonObject { ["type"] = trace, ["y"] = new JsonArray(1, 2) }),
        ["layout"] = new JsonObject { ["width"] = 640, ["meta"] = new JsonObject { ["alt"] = "a <line>" } },
    };

    string Body(HtmlExportOptions? options = null)
    {
        var html = HtmlExport.Write(notebook, options ?? new HtmlExportOptions()).Html;
        return html[html.IndexOf("<body>", StringComparison.Ordinal)..];
    }

    [Fact]
    public void Headings_make_the_title_the_contents_and_unique_places()
    {
        Prose("# VAE & *more*");
        Prose("## Idea\n\n## The `code`\n\n### Deep $x$");
        Prose("## Idea\n\nSee [this](#The-code) and [that](05-ar.ipynb#idea).");

        var html = HtmlExport.Write(notebook, new HtmlExportOptions()).Html;

        Assert.Contains("<title>VAE &amp; more</title>", html);
        Assert.Contains("<h2 id=\"idea\">", html);
        Assert.Contains("<h2 id=\"idea-1\">", html);
        Assert.Contains("<ul><li><a href=\"#deep-x\">Deep <math>", html);
        Assert.Contains("<a href=\"#the-code\">this</a>", html);
        Assert.Contains("<a href=\"05-ar.html#idea\">that</a>", html);
    }

    [Fact]
    public void Formulas_are_mathml_also_over_lines_that_look_like_lists()
    {
        Prose("Inline $x_1$.\n$$ a\n+ b\n- c $$\nThen *text*.\n\n$$\n\\frac{1}{2}\n$$");

        var body = Body();

        Assert.Equal(3, Regex.Count(body, "<math"));
        Assert.Equal(2, Regex.Count(body, "<math display=\"block\""));
        Assert.DoesNotContain("<li>", body);
        Assert.Contains("Then <em>text</em>", body);
    }

    [Fact]
    public void Dollars_in_code_are_no_mathematics()
    {
        Prose("```\n$$ a\n```\n`$x$`");

        Assert.DoesNotContain("<math", Body());
    }

    [Fact]
    public void A_formula_that_is_not_understood_is_reported()
    {
        Prose("$\\foo$");

        Assert.Equal([@"\foo is not understood in $\foo$"], HtmlExport.Write(notebook, new HtmlExportOptions()).Problems);
    }

    [Fact]
    public void Code_is_coloured_and_kept_to_the_letter()
    {
        const string source = "#r \"nuget: X\"\nvar s = $\"a{1:0.0}<b>\"; // why\nList<int> F(int n) => [n, 0x1F]; F(2).Sort(); var raw = \"\"\"raw\"\"\"u8;";
        Code(source);

        var code = CodeElement().Match(Body()).Groups[1].Value;

        Assert.Equal(source, System.Net.WebUtility.HtmlDecode(Tags().Replace(code, "")));
        Assert.Contains("<span class=\"p\">#r &quot;nuget: X&quot;</span>", code);
        Assert.Contains("<span class=\"k\">var</span>", code);
        Assert.Contains("<span class=\"c\">// why</span>", code);
        Assert.Contains("<span class=\"t\">List</span>", code);
        Assert.Contains("<span class=\"m\">F</span>", code);
        Assert.Contains("<span class=\"m\">Sort</span>", code);
        Assert.Contains("<span class=\"n\">0x1F</span>", code);
        Assert.Contains("<span class=\"s\">&quot;&quot;&quot;raw&quot;&quot;&quot;u8</span>", code);
    }

    [Fact]
    public void Solutions_and_hidden_code_are_closed_at_first()
    {
        Code("1").Metadata["nbgrader"] = new JsonObject { ["solution"] = true };
        Code("2").Metadata["nbgrader"] = new JsonObject { ["grade"] = true };
        Code("3").Metadata["jupyter"] = new JsonObject { ["source_hidden"] = true };
        Code("secret").Metadata["tags"] = new JsonArray("remove-cell");
        Code("5").Metadata["nbgrader"] = "nonsense";

        var body = Body();

        Assert.Equal(["Solution", "Tests of the exercise", "Code"], Summary().Matches(body).Select(match => match.Groups[1].Value));
        Assert.DoesNotContain("secret", body);
    }

    [Fact]
    public void Text_outputs_lose_colours_and_overwritten_progress()
    {
        Code("x", new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "1 %\r50 %\r100 %\r\nA\u001b[31mred\u001b[0m <b>\n" });

        Assert.Contains("<pre class=\"output\">100 %\nAred &lt;b&gt;\n</pre>", Body());
    }

    [Fact]
    public void The_richest_form_that_works_offline_is_shown()
    {
        Code("a", Display(("text/plain", "plain"), ("text/html", "<i>rich</i>"), ("image/png", "QQ==")));
        Code("b", Display(("text/plain", "a cat"), ("text/html", "<script src=\"https://cdn.example/x.js\"></script>"), ("image/png", "QUI=")));
        Code("c", Display(("text/plain", "plain c"), ("image/svg+xml", "<svg/>")));
        Code("d", Display(("text/plain", "plain d")));

        var body = Body();

        Assert.Contains("<i>rich</i>", body);
        Assert.DoesNotContain("QQ==", body);
        Assert.DoesNotContain("cdn.example", body);
        Assert.Contains("<img src=\"data:image/png;base64,QUI=\" alt=\"a cat\">", body);
        Assert.Contains("<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"plain c\">", body);
        Assert.Contains("<pre class=\"output\">plain d</pre>", body);
    }

    [Fact]
    public void Figures_are_drawn_by_plotly_where_it_can_and_are_pictures_elsewhere()
    {
        Code("a", Display(("application/vnd.plotly.v1+json", Figure("scatter")), ("image/png", "QQ=="), ("text/plain", "p")));
        Code("b", Display(("application/vnd.plotly.v1+json", Figure("heatmap")), ("image/png", "QUI="), ("text/plain", "p")));

        var with = Body(new HtmlExportOptions { PlotlyScript = "window.Plotly = 1" });
        var without = Body();

        Assert.Equal(1, Regex.Count(with, "<figure"));
        Assert.Contains("data-alt=\"a &lt;line&gt;\"><img src=\"data:image/png;base64,QQ==\" alt=\"a &lt;line&gt;\" width=\"640\">", with);
        Assert.Contains("a \\u003Cline\\u003E", with);
        Assert.Contains("window.Plotly = 1", with);
        Assert.DoesNotContain("<figure", without);
        Assert.Contains("QQ==", without);
        Assert.DoesNotContain("<script", without);
    }

    [Fact]
    public void Pictures_beside_the_notebook_come_into_the_page()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("a b.png"), [65]);
        Prose("![alt](a%20b.png) <img alt=\"x\" src=\"a b.png\"> ![gone](no.png) ![far](https://example.org/x.png)\n\n![own](attachment:own.png)");
        notebook.Cells[0].Node["attachments"] = new JsonObject { ["own.png"] = new JsonObject { ["image/png"] = "QkI=\n" } };

        var page = HtmlExport.Write(notebook, new HtmlExportOptions { Folder = folder.Path });

        Assert.Equal(2, Regex.Count(page.Html, "data:image/png;base64,QQ=="));
        Assert.Contains("data:image/png;base64,QkI=", page.Html);
        Assert.Equal(["no.png is not there and is left out", "https://example.org/x.png lies on the network and is left out"], page.Problems);
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        Prose("$x$");
        var html = HtmlExport.Write(notebook, new HtmlExportOptions()).Html;

        Assert.Contains("content=\"default-src 'none'; img-src data: blob:;", html);
        Assert.Contains("url(data:font/woff2;base64,", html);
        Assert.DoesNotContain("http://", html);
        Assert.DoesNotContain("https://", html);
    }

    [Fact]
    public void Every_colour_of_text_has_the_contrast_that_wcag_asks_for()
    {
        var css = HtmlExport.Write(notebook, new HtmlExportOptions()).Html;
        var variables = Variable().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var texts = TextColour().Matches(css).Select(match => match.Groups[2].Success ? variables[match.Groups[2].Value] : match.Groups[1].Value).Distinct().ToList();

        Assert.True(texts.Count >= 10);
        Assert.All(texts, text => Assert.All([variables["code"], "#ffffff"], ground =>
            Assert.True(Contrast(text, ground) >= 4.5, $"{text} on {ground}: {Contrast(text, ground):0.0}")));
    }

    static double Contrast(string a, string b)
    {
        var (light, dark) = (Luminance(a), Luminance(b));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("<code>(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex CodeElement();

    [GeneratedRegex("<summary>(.*?)</summary>")]
    private static partial Regex Summary();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"--(\w+): (#[0-9a-f]{6});")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<![-\w])color: (?:(#[0-9a-f]{6})|var\(--(\w+)\));")]
    private static partial Regex TextColour();
}
