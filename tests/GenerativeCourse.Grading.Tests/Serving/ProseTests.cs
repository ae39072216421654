using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Grading.Serving.Pages;

namespace GenerativeCourse.Grading.Tests.Serving;

public sealed class ProseTests
{
    [Fact]
    public void Markdown_is_read_and_formulas_are_drawn()
    {
        var html = Prose.Of("# A\n\n**b** $x^2$\n\n$$\\frac{1}{2}$$\n\n| a | b |\n|---|--:|\n| 1 | 2 |", 2).Text;
        Assert.All(["<h3>A</h3>", "<strong>b</strong>", "<msup>", "<mfrac>", "<td>2</td>"], part => Assert.Contains(part, html));
        Assert.DoesNotContain("style=", html);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=alert(1)>b</b>")]
    [InlineData("<div>\n\n# x\n\n</div>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1) \"t\")")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](/answer?exercise=a)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]\n\n[x]: vbscript:alert(1)")]
    [InlineData("![x](https://evil.example/a.png)")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("![x](data:image/png;base64,PHNjcmlwdD4=)")]
    [InlineData("![x](attachment:none.png)")]
    [InlineData("# x {#keys onclick=alert(1)}")]
    [InlineData("$\\text{<img src=x onerror=alert(1)>}$")]
    [InlineData("$\\def\\a{\\b\\b}\\def\\b{<script>}\\a$")]
    public void Nothing_in_it_does_anything(string markdown)
    {
        var html = Prose.Of(markdown, 2).Text;
        Assert.DoesNotMatch("<(?!/?(?:div|p|h[1-6]|span|em|strong|code|math|semantics|annotation|mrow|mtext|mi|mo|mn|mspace|mstyle)\\b)", html);
        Assert.DoesNotMatch("<[^>]* (?:id|style|on\\w+|href|src)=", html);
    }

    [Fact]
    public void Links_lead_to_the_web_in_a_page_of_their_own_and_pictures_are_those_that_it_carries()
    {
        var html = Prose.Of("[a](https://example.org/?a=1&b=2) <me@example.org> ![p](attachment:my%20p.png) \u202E", 2, new Dictionary<string, CellOutput> { ["my p.png"] = new(OutputKind.Picture, "QUJD", "image/png") }).Text;
        Assert.Contains("<a target=\"_blank\" rel=\"noopener noreferrer nofollow\" href=\"https://example.org/?a=1&amp;b=2\"", html);
        Assert.Contains("href=\"mailto:me@example.org\"", html);
        Assert.Contains("<img src=\"data:image/png;base64,QUJD\" alt=\"p\">", html);
        Assert.Contains("[U+202E]", html);
    }

    [Fact]
    public void Levels_of_headings_follow_one_another() => Assert.Contains("<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>", Prose.Of("### a\n###### b\n### c", 2).Text);
}
