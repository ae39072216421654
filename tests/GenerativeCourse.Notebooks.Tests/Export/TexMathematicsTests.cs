using System.Text.RegularExpressions;
using System.Xml.Linq;
using GenerativeCourse.Notebooks.Export.Mathematics;

namespace GenerativeCourse.Notebooks.Tests.Export;

public sealed partial class TexMathematicsTests
{
    // The formula alone, without the frame around it and without attributes of spacing, which the pictures are for.
    static string Convert(string tex, bool display = false)
    {
        var mathematics = new TexMathematics();
        var math = XElement.Parse(mathematics.ToMathMl(tex, display));
        Assert.Equal(tex.Trim(), (string?)math.Descendants("annotation").Single());
        Assert.Empty(mathematics.Problems);
        return Attributes().Replace(math.Element("semantics")!.Elements().First().ToString(SaveOptions.DisableFormatting), "");
    }

    static string Problem(string tex)
    {
        var mathematics = new TexMathematics();
        Assert.Contains("tex-problem", mathematics.ToMathMl(tex, display: false));
        return Assert.Single(mathematics.Problems);
    }

    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("12.5", "<mn>12.5</mn>")]
    [InlineData("2x", "<mrow><mn>2</mn><mi>x</mi></mrow>")]
    [InlineData(@"\theta", "<mi>θ</mi>")]
    [InlineData("a < b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>")]
    [InlineData("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("x_{ij}", "<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>")]
    [InlineData("x^23", "<mrow><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn></mrow>")]
    [InlineData("f'(x)", "<mrow><mrow><mi>f</mi><mo>′</mo></mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\frac{a+b}{c}", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>")]
    [InlineData(@"{a \over b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData(@"\sqrt x", "<msqrt><mi>x</mi></msqrt>")]
    [InlineData(@"\mathbb{E}", "<mi>𝔼</mi>")]
    [InlineData(@"\mathbb R", "<mi>ℝ</mi>")]
    [InlineData(@"\mathcal{N}", "<mi>𝒩</mi>")]
    [InlineData(@"\mathcal{L}", "<mi>ℒ</mi>")]
    [InlineData(@"\mathbf{x1}", "<mrow><mi>𝐱</mi><mn>𝟏</mn></mrow>")]
    [InlineData(@"\boldsymbol{\mu}", "<mi>𝝁</mi>")]
    [InlineData(@"\boldsymbol\Sigma", "<mi>𝚺</mi>")]
    [InlineData(@"\mathrm{KL}", "<mi>KL</mi>")]
    [InlineData(@"\hat x", "<mover><mi>x</mi><mo>ˆ</mo></mover>")]
    [InlineData(@"\bar{\alpha}_t", "<msub><mover><mi>α</mi><mo>¯</mo></mover><mi>t</mi></msub>")]
    [InlineData(@"\text{if } x", "<mrow><mtext>if\u00a0</mtext><mi>x</mi></mrow>")]
    [InlineData(@"\text{for $n$ items}", "<mrow><mtext>for\u00a0</mtext><mi>n</mi><mtext>\u00a0items</mtext></mrow>")]
    [InlineData(@"\left(\frac ab\right]", "<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>]</mo></mrow>")]
    [InlineData(@"\left\{ a \middle| b \right.", "<mrow><mo>{</mo><mi>a</mi><mo>|</mo><mi>b</mi><mspace /></mrow>")]
    [InlineData(@"\operatorname{sg}[x]", "<mrow><mi>sg</mi><mo>[</mo><mi>x</mi><mo>]</mo></mrow>")]
    [InlineData(@"\log x", "<mrow><mi>log</mi><mspace /><mi>x</mi></mrow>")]
    [InlineData(@"a \log(x)", "<mrow><mi>a</mi><mspace /><mi>log</mi><mo>(</mo><mi>x</mi><mo>)</mo></mrow>")]
    [InlineData(@"\binom nk", "<mrow><mo>(</mo><mfrac><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>")]
    [InlineData(@"a \not= b", "<mrow><mi>a</mi><mo>≠</mo><mi>b</mi></mrow>")]
    [InlineData(@"x := 1", "<mrow><mi>x</mi><mo>≔</mo><mn>1</mn></mrow>")]
    [InlineData("50\\% % a comment", "<mrow><mn>50</mn><mi>%</mi></mrow>")]
    [InlineData("", "<mrow></mrow>")]
    public void Formulas_become_elements(string tex, string expected) => Assert.Equal(expected, Convert(tex).Replace("<mrow />", "<mrow></mrow>", StringComparison.Ordinal));

    [Theory]
    [InlineData(@"\sum_{i=1}^n", true, "munderover")]
    [InlineData(@"\sum_{i=1}^n", false, "msubsup")]
    [InlineData(@"\max_x", true, "munder")]
    [InlineData(@"\max_x", false, "msub")]
    [InlineData(@"\operatorname*{arg\,max}_\theta", true, "munder")]
    [InlineData(@"\int_0^1", true, "msubsup")]
    [InlineData(@"\int\limits_0^1", true, "munderover")]
    [InlineData(@"\sum\nolimits_i", true, "msub")]
    [InlineData(@"\underbrace{a}_{b}", false, "munder")]
    [InlineData(@"\frac{\sum_i}{2}", true, "mfrac")]
    public void Limits_stand_above_and_below_in_displays(string tex, bool display, string outermost) =>
        Assert.StartsWith($"<{outermost}>", Convert(tex, display));

    [Fact]
    public void A_sign_is_no_operation()
    {
        var math = new TexMathematics().ToMathMl("-x = a - (-b)", display: false);

        Assert.Equal(["prefix", null, "prefix"], XElement.Parse(math).Descendants("mo").Where(mo => mo.Value == "−").Select(mo => (string?)mo.Attribute("form")));
    }

    [Fact]
    public void Alignments_and_matrices_are_tables()
    {
        Assert.Equal("<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mrow /><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd><mrow /></mtd><mtd><mrow /><mo>=</mo><mi>c</mi></mtd></mtr></mtable>",
            Convert(@"\begin{aligned} a &= b \\ &= c \\ \end{aligned}"));
        Assert.Equal("<mrow><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mrow><mo>−</mo><mn>1</mn></mrow></mtd></mtr></mtable><mo>)</mo></mrow>",
            Convert(@"\begin{pmatrix} 1 & -1 \end{pmatrix}"));
        Assert.StartsWith("<mrow><mo>{</mo><mtable>", Convert(@"\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}"));
        Assert.StartsWith("<mtable>", Convert(@"a \\ b"));
    }

    [Fact]
    public void Macros_hold_for_the_formulas_after_them()
    {
        var mathematics = new TexMathematics();
        mathematics.ToMathMl(@"\newcommand{\E}[2][p]{\mathbb{E}_{#1}[#2]} \def\half{\frac12} \DeclareMathOperator{\KL}{KL}", display: false);

        Assert.Contains("<msub><mi>𝔼</mi><mi>p</mi></msub>", mathematics.ToMathMl(@"\E{x}", display: false));
        Assert.Contains("<msub><mi>𝔼</mi><mi>q</mi></msub>", mathematics.ToMathMl(@"\E[q]{x}", display: false));
        Assert.Contains("<mfrac>", mathematics.ToMathMl(@"\half", display: false));
        Assert.Contains("<mi>KL</mi>", mathematics.ToMathMl(@"\KL(q)", display: false));
        Assert.Empty(mathematics.Problems);
    }

    [Theory]
    [InlineData(@"\foo x", @"\foo is not understood in $\foo x$")]
    [InlineData(@"\frac{a}{b", @"} is missing before the end in $\frac{a}{b$")]
    [InlineData("a}", "there is a } too many in $a}$")]
    [InlineData("x_a_b", "a second subscript follows the first in $x_a_b$")]
    [InlineData(@"\frac a", @"an argument is missing before the end in $\frac a$")]
    [InlineData(@"\left( a", @"\right is missing before the end in $\left( a$")]
    [InlineData(@"\left x", @"x is no delimiter in $\left x$")]
    [InlineData(@"\begin{foo} a \end{foo}", @"\begin{foo} is not understood in $\begin{foo} a \end{foo}$")]
    [InlineData(@"\begin{matrix} a \end{cases}", @"\end{cases} closes \begin{matrix} in $\begin{matrix} a \end{cases}$")]
    [InlineData(@"\def\a{\a\a}\a", @"a macro expands without end in $\def\a{\a\a}\a$")]
    [InlineData("#1", "#1 stands outside of a definition in $#1$")]
    public void What_is_wrong_is_named_and_the_source_shown(string tex, string problem) => Assert.Equal(problem, Problem(tex));

    [Fact]
    public void No_input_is_too_odd()
    {
        string[] pieces = ["\\", "{", "}", "^", "_", "&", "\\\\", "[", "]", "x", "1", " ", "\\frac", "\\left", "\\right", "(", "\\begin{cases}", "\\end{cases}", "'", "\\text", "$", "#1", "\\sqrt", "\\not", "\\def", "\\over", "%", "\n", "\ud83d\ude00", "\u0001", "\\hline", "\\middle", "\\operatorname*", "\\substack"];
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var tex = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            _ = XElement.Parse(new TexMathematics().ToMathMl(tex, random.Next(2) == 0));
        }
        foreach (var piece in (string[])["{", "\\sqrt", "\\displaystyle ", "\\left(", "\\hat", "\\frac1", "\\not", "\\begin{matrix}"])
            _ = new TexMathematics().ToMathMl(string.Concat(Enumerable.Repeat(piece, 20_000)), display: false);
    }

    [GeneratedRegex(""" [\w-]+="[^"]*(?=")"(?=[^<]*>)""")]
    private static partial Regex Attributes();
}
