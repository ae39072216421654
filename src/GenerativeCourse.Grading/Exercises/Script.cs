using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Grading.Exercises;

/// <summary>Parses cells as the kernel does.</summary>
static class Script
{
    static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>A cell's syntax; mistakes stay in its diagnostics. A text that no person wrote, endless or endlessly nested, has none.</summary>
    public static CompilationUnitSyntax Parse(string source) =>
        Nesting.IsEndless(source) ? SyntaxFactory.CompilationUnit() : CSharpSyntaxTree.ParseText(source, Options).GetCompilationUnitRoot();

    /// <summary>The line of a piece of code, from 1.</summary>
    public static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>A piece of code without comments, on one line where it has no texts of several.</summary>
    public static string Text(SyntaxNode node)
    {
        var bare = node.ReplaceTrivia(node.DescendantTrivia(), (trivia, _) =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)
                ? SyntaxFactory.Space
                : trivia);
        return bare.WithoutTrivia().ToFullString();
    }
}
