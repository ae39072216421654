using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>A <c>#r</c> or <c>#i</c> line.</summary>
/// <param name="Kind"><c>r</c> or <c>i</c>.</param>
/// <param name="Argument">What stands between the quotes.</param>
/// <param name="Place">File or cell and line, as errors name it.</param>
/// <param name="Folder">Where relative paths start.</param>
internal sealed record CellDirective(char Kind, string Argument, string Place, string Folder);

/// <summary>Takes <c>#r</c> and <c>#i</c> out of source, wherever they stand: they are met before anything is compiled.</summary>
internal static class CellDirectives
{
    /// <summary>The source with the directives made comments of the same length, so that places stay; found directives are added.</summary>
    public static string Extract(string code, string path, string folder, ICollection<CellDirective> found)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
            return code;
        var root = CSharpSyntaxTree.ParseText(code, ScriptSyntax.Options).GetRoot();
        if (!root.ContainsDirectives)
            return code;
        var text = new StringBuilder(code);
        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.IsDirective))
        {
            var line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            if (Read(trivia.GetStructure()!) is not var (kind, argument))
                continue;
            found.Add(new CellDirective(kind, argument.Trim(), $"{path}:line {line}", folder));
            var hash = code.IndexOf('#', trivia.SpanStart);
            text[hash] = text[hash + 1] = '/';
        }
        return text.ToString();
    }

    static (char Kind, string Argument)? Read(SyntaxNode directive)
    {
        if (directive is ReferenceDirectiveTriviaSyntax { File.IsMissing: false } reference)
            return ('r', reference.File.ValueText);
        // C# itself knows no #i.
        var text = directive.ToString();
        var quote = text.IndexOf('"', StringComparison.Ordinal);
        return directive is BadDirectiveTriviaSyntax { Identifier.Text: "i" } && quote >= 0 && text.LastIndexOf('"') > quote
            ? ('i', text[(quote + 1)..text.LastIndexOf('"')])
            : null;
    }
}
