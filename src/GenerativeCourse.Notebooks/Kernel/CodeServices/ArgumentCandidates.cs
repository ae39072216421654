using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Names of the parameters that a call has still to be given.</summary>
internal static class ArgumentCandidates
{
    const int Rank = 2;

    /// <summary>E.g. <c>dim:</c>, for every overload that the call may mean; empty where the word is not the beginning of an argument.</summary>
    public static IEnumerable<Candidate> Of(CompletionSite site)
    {
        if (!site.Before.IsKind(SyntaxKind.OpenParenToken) && !site.Before.IsKind(SyntaxKind.CommaToken) || site.Before.Parent is not { } list)
            return [];
        var (separators, names) = list switch
        {
            BaseArgumentListSyntax arguments => (arguments.Arguments.GetSeparators(), arguments.Arguments.Select(argument => argument.NameColon)),
            AttributeArgumentListSyntax arguments => (arguments.Arguments.GetSeparators(), arguments.Arguments.Select(argument => argument.NameColon)),
            _ => ([], []),
        };
        var given = names.Select(name => name?.Name.Identifier.Text).ToHashSet();
        var before = separators.Count(separator => separator.SpanStart < site.Start);
        return Called(site.Sketch.Model, list.Parent)
            .SelectMany(method => method.Parameters.Where(parameter => parameter.Ordinal >= before && !given.Contains(parameter.Name)))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(parameter.Name + ":", Rank, [parameter]));
    }

    /// <summary>The overloads that a call, creation or attribute may mean.</summary>
    public static IReadOnlyList<IMethodSymbol> Called(SemanticModel model, SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax { Expression: var expression } => [.. model.GetMemberGroup(expression).OfType<IMethodSymbol>().DefaultIfEmpty(Invoked(model.GetTypeInfo(expression).Type)).OfType<IMethodSymbol>()],
        BaseObjectCreationExpressionSyntax creation => Constructors(model.GetTypeInfo(creation).Type),
        AttributeSyntax attribute => Constructors(model.GetTypeInfo(attribute).Type),
        ConstructorInitializerSyntax initializer when model.GetSymbolInfo(initializer) is var info => [.. info.CandidateSymbols.Prepend(info.Symbol).OfType<IMethodSymbol>()],
        PrimaryConstructorBaseTypeSyntax parent => Constructors(model.GetTypeInfo(parent.Type).Type),
        _ => [],
    };

    static IMethodSymbol? Invoked(ITypeSymbol? type) => (type as INamedTypeSymbol)?.DelegateInvokeMethod;

    static IReadOnlyList<IMethodSymbol> Constructors(ITypeSymbol? type) =>
        type is INamedTypeSymbol named ? [.. named.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)] : [];
}
