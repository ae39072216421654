using System.Globalization;
using GenerativeCourse.Grading.Exercises;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Grading.Similarity;

/// <summary>Cuts answers into tokens that survive what a copier changes first.</summary>
static class AnswerTokens
{
    const string OwnName = "name", Type = "type";

    /// <summary>
    /// C#: comments, layout, braces and semicolons are left out, and the names that the code declares are one and the same, the types of its variables too.
    /// The names that it calls stay: they tell apart two answers of the same form.
    /// </summary>
    public static IReadOnlyList<AnswerToken> OfCode(string source)
    {
        var root = Script.Parse(source);
        var own = root.DescendantNodes().Select(Declared).OfType<string>().ToHashSet();
        var types = root.DescendantNodes().OfType<VariableDeclarationSyntax>().GroupBy(variable => variable.Type.SpanStart).ToDictionary(group => group.Key, group => group.First().Type.Span.End);
        var tokens = new List<AnswerToken>();
        var typeEnd = 0;
        foreach (var token in root.DescendantTokens().Where(token => token.Span.Length > 0 && !IsPunctuation(token)))
        {
            if (token.SpanStart < typeEnd)
                continue;
            if (types.TryGetValue(token.SpanStart, out typeEnd))
                tokens.Add(new AnswerToken(Type, token.SpanStart, typeEnd));
            else
                tokens.Add(new AnswerToken(Text(token, own), token.SpanStart, token.Span.End));
        }
        return tokens;
    }

    /// <summary>Prose: its words, in lower case.</summary>
    public static IReadOnlyList<AnswerToken> OfProse(string text)
    {
        var tokens = new List<AnswerToken>();
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > at)
                tokens.Add(new AnswerToken(text[at..end].ToLowerInvariant(), at, end));
            at = end;
        }
        return tokens;
    }

    static string? Declared(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    static bool IsPunctuation(SyntaxToken token) => token.Kind() is SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken;

    static string Text(SyntaxToken token, HashSet<string> own) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken when token.ValueText == "var" => Type,
        SyntaxKind.IdentifierToken => own.Contains(token.ValueText) ? OwnName : token.ValueText,
        SyntaxKind.NumericLiteralToken => Convert.ToString(token.Value, CultureInfo.InvariantCulture) ?? token.Text,
        _ => token.Parent is PredefinedTypeSyntax ? Type : token.Text,
    };
}
