using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>
/// Turns the TeX of a document's formulas into MathML Core, which browsers draw, read aloud and print by themselves. Macros that one formula
/// defines hold for those after it. What is not understood is shown as it was written and named in <see cref="Problems"/>.
/// </summary>
public sealed class TexMathematics
{
    readonly Dictionary<string, TexMacro> macros = new(StringComparer.Ordinal);
    readonly List<string> problems = [];

    /// <summary>What was not understood so far, a line each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>The <c>math</c> element of a formula; its TeX stays in it as an annotation.</summary>
    public string ToMathMl(string tex, bool display)
    {
        // XML holds no control characters.
        tex = string.Concat(tex.Where(c => c is '\n' or '\t' or >= ' ' and not '\uFFFE' and not '\uFFFF'));
        XElement formula;
        try
        {
            formula = new TexParser(tex, display, macros, problem => Note(problem, tex)).Parse();
        }
        catch (TexException error)
        {
            Note(error.Message, tex);
            formula = new XElement("mtext", new XAttribute("class", "tex-problem"), tex.Trim());
        }
        return new XElement("math",
            display ? new XAttribute("display", "block") : null,
            new XElement("semantics", formula, new XElement("annotation", new XAttribute("encoding", "application/x-tex"), tex.Trim())))
            .ToString(SaveOptions.DisableFormatting);
    }

    void Note(string problem, string tex) => problems.Add($"{problem} in ${tex.Trim().ReplaceLineEndings(" ")}$");
}

/// <summary>A command that a document defines: how many arguments it takes, the default of the first if that is optional, and what it stands for.</summary>
sealed record TexMacro(int Arguments, IReadOnlyList<TexToken>? Default, IReadOnlyList<TexToken> Body);
