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
}
