using System.Net;
using System.Text;
using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>Colours C# by what the compiler's parser says of it.</summary>
static class CodeHtml
{
    /// <summary>The code as HTML, with spans of class k (keyword), s (string), n (number), c (comment), t (type), m (method), p (directive).</summary>
    public static string CSharp(string code)
    {
        var html = new StringBuilder(code.Length * 2);
        foreach (var token in CSharpSyntaxTree.ParseText(code, ScriptSyntax.Options).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
                Append(html, trivia);
            Append(html, token.Text, Kind(token));
            foreach (var trivia in token.TrailingTrivia)
                Append(html, trivia);
        }
        return html.ToString();
    }

    static void Append(StringBuilder html, SyntaxTrivia trivia)
    {
        var comment = trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
        var text = trivia.ToFullString();
        var directive = trivia.IsDirective || trivia.IsKind(SyntaxKind.SkippedTokensTrivia);
        // The end of a line stays outside of the span.
        var body = comment || directive ? text.TrimEnd('\r', '\n') : text;
        Append(html, body, comment ? 'c' : directive ? 'p' : null);
        Append(html, text[body.Length..], null);
    }

    static void Append(StringBuilder html, string text, char? kind)
    {
        if (text.Length == 0)
            return;
        var encoded = WebUtility.HtmlEncode(text);
        if (kind is null)
            html.Append(encoded);
        else
            html.Append("<span class=\"").Append(kind).Append("\">").Append(encoded).Append("</span>");
    }

    static char? Kind(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => 's',
        var kind when ScriptSyntax.IsText(kind) || ScriptSyntax.IsInterpolatedText(kind) => 's',
        SyntaxKind.NumericLiteralToken => 'n',
        SyntaxKind.IdentifierToken => Identifier(token),
        var kind => SyntaxFacts.IsKeywordKind(kind) ? 'k' : null,
    };

    static char? Identifier(SyntaxToken token) => token.Parent switch
    {
        TypeDeclarationSyntax or EnumDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax => 't',
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => 'm',
        ConstructorDeclarationSyntax => 't',
        SimpleNameSyntax name => Name(name, token.Text),
        _ => null,
    };

    static char? Name(SimpleNameSyntax name, string text)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
            return text == "nameof" ? 'k' : 'm';
        if (!IsType(name))
            return null;
        return text is "var" or "dynamic" or "_" or "field" ? 'k' : 't';
    }

    static bool IsType(SyntaxNode node) => node.Parent switch
    {
        VariableDeclarationSyntax declaration => declaration.Type == node,
        ParameterSyntax parameter => parameter.Type == node,
        ObjectCreationExpressionSyntax creation => creation.Type == node,
        MethodDeclarationSyntax method => method.ReturnType == node,
        LocalFunctionStatementSyntax function => function.ReturnType == node,
        PropertyDeclarationSyntax property => property.Type == node,
        CastExpressionSyntax cast => cast.Type == node,
        ForEachStatementSyntax loop => loop.Type == node,
        DeclarationExpressionSyntax declaration => declaration.Type == node,
        TypeOfExpressionSyntax or DefaultExpressionSyntax or TypeArgumentListSyntax or BaseTypeSyntax or ArrayTypeSyntax or NullableTypeSyntax
            or TupleElementSyntax or TypeConstraintSyntax or RefTypeSyntax or DeclarationPatternSyntax or TypePatternSyntax or AttributeSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == node && IsType(qualified),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression } test => test.Right == node,
        _ => false,
    };
}
