using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>The values of an enumeration where one is expected: behind <c>=</c>, <c>==</c> and <c>case</c>, and as an argument.</summary>
internal static class EnumCandidates
{
    /// <summary>E.g. <c>DayOfWeek.Monday</c>; empty where none is expected.</summary>
    public static IEnumerable<Candidate> Of(CompletionSite site)
    {
        var model = site.Sketch.Model;
        foreach (var type in Expected(site).Select(Unwrapped).OfType<INamedTypeSymbol>().Where(type => type.TypeKind == TypeKind.Enum).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
        {
            var name = type.ToMinimalDisplayString(model, site.Start);
            foreach (var value in type.GetMembers().OfType<IFieldSymbol>().Where(Candidate.IsOffered))
                yield return new Candidate($"{name}.{value.Name}", 0, [value]);
        }
    }

    static IEnumerable<ITypeSymbol?> Expected(CompletionSite site)
    {
        var model = site.Sketch.Model;
        return (site.Before.Kind(), site.Before.Parent) switch
        {
            (SyntaxKind.EqualsToken, EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } }) => [model.GetTypeInfo(declaration.Type).Type],
            (SyntaxKind.EqualsToken, EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } }) => [model.GetTypeInfo(type).Type],
            (SyntaxKind.EqualsToken, AssignmentExpressionSyntax assignment) => [model.GetTypeInfo(assignment.Left).Type],
            (SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken, BinaryExpressionSyntax comparison) => [model.GetTypeInfo(comparison.Left).Type],
            (SyntaxKind.CaseKeyword, SwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement }) => [model.GetTypeInfo(statement.Expression).Type],
            (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken, SwitchExpressionSyntax expression) => [model.GetTypeInfo(expression.GoverningExpression).Type],
            (SyntaxKind.OpenParenToken or SyntaxKind.CommaToken, ArgumentListSyntax arguments) => Parameters(model, arguments, site.Start),
            (SyntaxKind.ColonToken, NameColonSyntax { Parent.Parent: ArgumentListSyntax arguments } named) =>
                ArgumentCandidates.Called(model, arguments.Parent).SelectMany(method => method.Parameters).Where(parameter => parameter.Name == named.Name.Identifier.Text).Select(parameter => (ITypeSymbol?)parameter.Type),
            _ => [],
        };
    }

    static IEnumerable<ITypeSymbol?> Parameters(SemanticModel model, ArgumentListSyntax arguments, int position)
    {
        var before = arguments.Arguments.GetSeparators().Count(separator => separator.SpanStart < position);
        return ArgumentCandidates.Called(model, arguments.Parent).Where(method => method.Parameters.Length > before).Select(method => (ITypeSymbol?)method.Parameters[before].Type);
    }

    static ITypeSymbol? Unwrapped(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
