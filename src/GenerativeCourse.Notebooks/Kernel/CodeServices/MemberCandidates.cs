using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>What may stand after a dot, and in the braces of an initialiser.</summary>
internal static class MemberCandidates
{
    const int Own = 0, OfObject = 2, Extension = 1;

    /// <summary>The members of what stands before the dot; null when the word does not follow one.</summary>
    public static IEnumerable<Candidate>? AfterDot(CompletionSite site)
    {
        var model = site.Sketch.Model;
        switch (site.Before.Parent)
        {
            case MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } access when access.OperatorToken == site.Before:
                return Offered(site, model.LookupBaseMembers(site.Start), Rank);
            case MemberAccessExpressionSyntax access when access.OperatorToken == site.Before:
                return Of(site, access.Expression);
            case MemberBindingExpressionSyntax binding when binding.OperatorToken == site.Before:
                var whole = binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(candidate => candidate.WhenNotNull.FullSpan.Contains(site.Before.Span));
                return whole is null ? [] : Instance(site, Unwrapped(model.GetTypeInfo(whole.Expression).Type));
            case QualifiedNameSyntax name when name.DotToken == site.Before:
                return Of(site, name.Left);
            case AliasQualifiedNameSyntax alias when alias.ColonColonToken == site.Before:
                return Offered(site, site.Sketch.Compilation.GlobalNamespace.GetMembers(), Rank);
            default:
                return site.Before.IsKind(SyntaxKind.DotToken) ? [] : null;
        }
    }

    /// <summary>What an object's initialiser, a <c>with</c> or a property pattern can name; null when the word does not stand in one.</summary>
    public static IEnumerable<Candidate>? InInitializer(CompletionSite site)
    {
        if (!site.Before.IsKind(SyntaxKind.OpenBraceToken) && !site.Before.IsKind(SyntaxKind.CommaToken))
            return null;
        var model = site.Sketch.Model;
        if (site.Before.Parent is PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } clause)
        {
            var type = pattern.Type is { } named ? model.GetTypeInfo(named).Type : pattern.Parent is IsPatternExpressionSyntax test ? model.GetTypeInfo(test.Expression).Type : model.GetTypeInfo(pattern).Type;
            return Unset(site, Unwrapped(type), clause.Subpatterns.Select(part => part.NameColon?.Name.Identifier.Text), mustSet: false);
        }
        if (site.Before.Parent is not InitializerExpressionSyntax initializer)
            return null;
        var target = initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type,
            WithExpressionSyntax with => model.GetTypeInfo(with.Expression).Type,
            AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left).Type,
            _ => null,
        };
        // A list's braces hold elements, not members.
        if (target is null || target.AllInterfaces.Any(type => type.SpecialType == SpecialType.System_Collections_IEnumerable))
            return null;
        return Unset(site, target, initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()), mustSet: true);
    }

    static IEnumerable<Candidate> Unset(CompletionSite site, ITypeSymbol? type, IEnumerable<string?> named, bool mustSet)
    {
        if (type is null)
            return [];
        var taken = named.ToHashSet();
        var members = site.Sketch.Model.LookupSymbols(site.Start, type).Where(member => !member.IsStatic && !taken.Contains(member.Name) && member switch
        {
            // In an initialiser, also those that can only be set there; a property that cannot may hold an object whose members can.
            IPropertySymbol property => !property.IsIndexer && (!mustSet || property.SetMethod is not null || property.Type.IsReferenceType && property.Type.SpecialType == SpecialType.None),
            IFieldSymbol field => !mustSet || !field.IsReadOnly,
            _ => false,
        });
        return Offered(site, members, member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } ? 0 : 1);
    }

    static IEnumerable<Candidate> Of(CompletionSite site, ExpressionSyntax left)
    {
        var model = site.Sketch.Model;
        var info = model.GetSymbolInfo(left);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var type = model.GetTypeInfo(left).Type;
        if (left is NameSyntax && symbol is null or IErrorTypeSymbol or { Kind: SymbolKind.ErrorType } && type is null or IErrorTypeSymbol)
        {
            // "x." above a line that begins with a name reads as the type of a declaration.
            var expression = SyntaxFactory.ParseExpression(left.ToString());
            symbol = model.GetSpeculativeSymbolInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol;
            type = model.GetSpeculativeTypeInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        }
        return symbol switch
        {
            INamespaceSymbol @namespace => Offered(site, model.LookupNamespacesAndTypes(site.Start, @namespace), Rank),
            IMethodSymbol when type is null => [],
            ITypeSymbol named => Static(site, named),
            // A property that has its type's name may mean either.
            IPropertySymbol or IFieldSymbol or ILocalSymbol or IParameterSymbol when type is not null && type.Name == symbol.Name && left is IdentifierNameSyntax =>
                Offered(site, model.LookupSymbols(site.Start, type, includeReducedExtensionMethods: true), Rank),
            _ => Instance(site, type),
        };
    }

    // What does not fit need not be looked at any further.
    static IEnumerable<Candidate> Offered(CompletionSite site, IEnumerable<ISymbol> members, Func<ISymbol, int> rank) =>
        Candidate.Of(members.Where(member => CompletionMatcher.Fit(member.Name, site.Typed) is not null), rank);

    static IEnumerable<Candidate> Static(CompletionSite site, ITypeSymbol type) =>
        Offered(site, site.Sketch.Model.LookupSymbols(site.Start, type).Where(member => member.IsStatic || member is INamedTypeSymbol or IFieldSymbol { IsConst: true }), Rank);

    static IEnumerable<Candidate> Instance(CompletionSite site, ITypeSymbol? type) => type is null or IErrorTypeSymbol
        ? []
        : Offered(site, site.Sketch.Model.LookupSymbols(site.Start, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic && member is not INamedTypeSymbol), Rank);

    static int Rank(ISymbol symbol) => symbol switch
    {
        { ContainingType.SpecialType: SpecialType.System_Object or SpecialType.System_Enum or SpecialType.System_ValueType } => OfObject,
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => Extension,
        _ => Own,
    };

    static ITypeSymbol? Unwrapped(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
