using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Whether a console should run what was typed or wait for more of it.</summary>
internal static class Completeness
{
    const int IndentColumns = 4;
    const string OpenRawText = "CS8997";

    /// <summary>Judges by syntax alone.</summary>
    public static IsCompleteReply Of(CellText cell)
    {
        if (string.IsNullOrWhiteSpace(cell.Code))
            return new IsCompleteReply("complete");
        var tree = ScriptSession.Parse(cell.Code, "", ScriptSyntax.Options, CancellationToken.None);
        // Roslyn's own judgement takes an open """ for a mistake.
        if (!SyntaxFactory.IsCompleteSubmission(tree) || tree.GetDiagnostics().Any(diagnostic => diagnostic.Id == OpenRawText))
            return new IsCompleteReply("incomplete", new string(' ', IndentColumns * OpenBlocks(tree.GetRoot())));
        return new IsCompleteReply(tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete");
    }

    static int OpenBlocks(SyntaxNode root)
    {
        var open = 0;
        foreach (var token in root.DescendantTokens())
        {
            if (token.Span.Length == 0)
                continue;
            open += token.Kind() switch
            {
                SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
                SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
                _ => 0,
            };
        }
        return Math.Max(0, open);
    }
}
