using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>The place in C# code where something is to be completed.</summary>
/// <param name="Sketch">The code.</param>
/// <param name="Position">The cursor.</param>
/// <param name="Start">Where the word at the cursor begins; the cursor where there is none.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Before">The token before the word.</param>
internal sealed record CompletionSite(CodeSketch Sketch, int Position, int Start, int End, SyntaxToken Before)
{
    /// <summary>What was typed of the word.</summary>
    public string Typed { get; } = Sketch.Tree.GetText().ToString(new(Start, Position - Start));

    /// <summary>Looks at the cursor's place; null where nothing is to be completed: in comments, texts, numbers and new names.</summary>
    public static CompletionSite? Find(CodeSketch sketch, int position)
    {
        var text = sketch.Tree.GetText().ToString();
        var (start, end) = WordAt(text, position);
        if (start < end && char.IsDigit(text[start]) || IsInComment(sketch.Root, position) || IsInLiteral(sketch.Root, start))
            return null;
        var site = new CompletionSite(sketch, position, start, end, TokenBefore(sketch.Root, start));
        return site.IsNewName() ? null : site;
    }

    /// <summary>The identifier or keyword around a place.</summary>
    public static (int Start, int End) WordAt(string text, int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && IsPartOfWord(text[start - 1]))
            start--;
        if (start > 0 && text[start - 1] == '@')
            start--;
        while (end < text.Length && IsPartOfWord(text[end]))
            end++;
        return (start, end);
    }

    static bool IsPartOfWord(char character) => SyntaxFacts.IsIdentifierPartCharacter(character);

    static SyntaxToken TokenBefore(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        return token.SpanStart < position && token.Span.End <= position && token.Span.Length > 0 ? token : token.GetPreviousToken();
    }

    static bool IsInComment(SyntaxNode root, int position)
    {
        if (position == 0)
            return false;
        var trivia = root.FindTrivia(position - 1);
        return trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia => true,
            SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => position < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal),
            _ => trivia.IsDirective,
        };
    }

    static bool IsInLiteral(SyntaxNode root, int position)
    {
        if (position == 0)
            return false;
        var token = root.FindToken(position - 1);
        return token.Kind() switch
        {
            var kind when ScriptSyntax.IsInterpolatedText(kind) => position > token.SpanStart,
            var kind when ScriptSyntax.IsText(kind) => position > token.SpanStart && (position < token.Span.End || token.ContainsDiagnostics),
            _ => false,
        };
    }

    // "int x" names something new; but a type on the line before is more likely an expression that lacks its semicolon.
    bool IsNewName()
    {
        var word = Sketch.Root.FindToken(Start);
        if (word.SpanStart != Start || word.Span.Length == 0 || Before.IsKind(SyntaxKind.None))
            return false;
        var declares = word.Parent switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier == word,
            ParameterSyntax parameter => parameter.Identifier == word && parameter.Type is not null,
            SingleVariableDesignationSyntax designation => designation.Identifier == word,
            BaseTypeDeclarationSyntax type => type.Identifier == word,
            MethodDeclarationSyntax method => method.Identifier == word,
            LocalFunctionStatementSyntax function => function.Identifier == word,
            PropertyDeclarationSyntax property => property.Identifier == word,
            ForEachStatementSyntax each => each.Identifier == word,
            _ => false,
        };
        var lines = Sketch.Tree.GetText().Lines;
        return declares && lines.GetLineFromPosition(Before.Span.End).LineNumber == lines.GetLineFromPosition(Start).LineNumber;
    }
}
