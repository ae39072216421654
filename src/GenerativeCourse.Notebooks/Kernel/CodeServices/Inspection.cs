using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Finds what the name at the cursor means; inside a call's parentheses, what is called.</summary>
internal static class Inspection
{
    /// <summary>The meanings, the best first; empty when there is none.</summary>
    public static ImmutableArray<ISymbol> At(CodeSketch sketch, int position)
    {
        var (start, end) = CompletionSite.WordAt(sketch.Tree.GetText().ToString(), position);
        if (start < end && Word(sketch, start) is { Length: > 0 } symbols)
            return symbols;
        return Call(sketch, position);
    }

    static ImmutableArray<ISymbol> Word(CodeSketch sketch, int start)
    {
        var token = sketch.Root.FindToken(start);
        if (token.Parent is not { } node || token.SpanStart != start)
            return [];
        var model = sketch.Model;
        if (node is BaseObjectCreationExpressionSyntax && token.IsKind(SyntaxKind.NewKeyword))
            return Meaning(model, node);
        if (!token.IsKind(SyntaxKind.IdentifierToken) && node is not (PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax))
            return [];
        if (model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        // The type in "new T(...)" means the constructor that is called.
        if (node.AncestorsAndSelf().TakeWhile(part => part is NameSyntax).LastOrDefault()?.Parent is ObjectCreationExpressionSyntax creation && creation.Type.Span.End == Last(node).Span.End)
            return Meaning(model, creation) is { Length: > 0 } constructors ? constructors : Meaning(model, node);
        return Meaning(model, node);
    }

    static SyntaxToken Last(SyntaxNode node) => node.GetLastToken();

    static ImmutableArray<ISymbol> Meaning(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        var group = node is ExpressionSyntax expression ? model.GetMemberGroup(expression) : [];
        // The overload that is called comes first.
        var symbols = (info.Symbol is { } symbol ? group.Insert(0, symbol) : info.CandidateSymbols.AddRange(group)).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>().ToImmutableArray();
        if (info.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            return [constructor, .. constructor.ContainingType.InstanceConstructors.Where(other => other.DeclaredAccessibility == Accessibility.Public && !SymbolEqualityComparer.Default.Equals(other, constructor))];
        return symbols.IsEmpty && model.GetTypeInfo(node).Type is { TypeKind: not TypeKind.Error } type ? [type] : symbols;
    }

    static ImmutableArray<ISymbol> Call(CodeSketch sketch, int position)
    {
        var token = sketch.Root.FindToken(position);
        if (token.SpanStart >= position)
            token = token.GetPreviousToken();
        var list = token.Parent?.AncestorsAndSelf().FirstOrDefault(node => node is BaseArgumentListSyntax or AttributeArgumentListSyntax && node.SpanStart < position
            && (position < node.Span.End || node.GetLastToken(includeZeroWidth: true).IsMissing));
        return [.. ArgumentCandidates.Called(sketch.Model, list?.Parent)];
    }
}
