using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>What can be said about a cell from its syntax alone.</summary>
internal static class ScriptSyntax
{
    /// <summary>How cells are parsed.</summary>
    public static CSharpParseOptions Options { get; } = new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>How the part of a cell is parsed that scripts refuse.</summary>
    public static CSharpParseOptions OrdinaryOptions { get; } = Options.WithKind(SourceCodeKind.Regular);

    /// <summary>The expression without a semicolon at the end, whose value is shown; null when there is none.</summary>
    public static ExpressionSyntax? TrailingExpression(SyntaxTree tree)
    {
        var last = tree.GetCompilationUnitRoot().Members.LastOrDefault();
        return last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement } ? statement.Expression : null;
    }

    /// <summary>Whether a token is a whole text: a string or character literal of any form.</summary>
    public static bool IsText(SyntaxKind token) => token is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    /// <summary>Whether a token is the beginning of an interpolated string, or text inside it.</summary>
    public static bool IsInterpolatedText(SyntaxKind token) => token is SyntaxKind.InterpolatedStringTextToken
        or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
        or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;
}
