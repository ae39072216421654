using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>
/// What a name without a dot may mean: the cell's own names, those of earlier cells, and what usings bring. The compiler's list of all of them would
/// ask every cell for every name, which takes a fifth of a second in a long notebook.
/// </summary>
internal sealed class ScopeCandidates(ImportedNames imports)
{
    const int Local = 0, Cell = 1, Keyword = 2, Member = 3, Imported = 4;

    /// <summary>The candidates that fit what was typed, and words where they may stand.</summary>
    public IEnumerable<Candidate> Of(CompletionSite site)
    {
        var place = Place(site);
        if (place == Expects.Namespace)
            return imports.Of(site.Sketch).Where(candidate => candidate.Symbols.Any(symbol => symbol is INamespaceSymbol)).Append(Candidate.Word("static", Keyword, "keyword"));
        var found = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        // The first to name something hides the others.
        foreach (var candidate in OwnNames(site).Concat(EarlierCells(site)).Concat(imports.Of(site.Sketch).Select(candidate => candidate with { Rank = Imported + candidate.Rank })))
            found.TryAdd(candidate.Name, candidate);
        if (place == Expects.Attribute)
            return found.Values.Where(candidate => candidate.Symbols.Any(IsAttribute)).Select(candidate => candidate with { Name = WithoutSuffix(candidate.Name) });
        return place == Expects.Type
            ? found.Values.Where(candidate => candidate.Symbols.Any(symbol => symbol is INamespaceOrTypeSymbol)).Concat(Words(Keywords.Types))
            : found.Values.Concat(Words(Keywords.Types)).Concat(Words(Keywords.Expressions)).Concat(Words(Keywords.Statements));
    }

    static IEnumerable<Candidate> Words(IEnumerable<string> words) => words.Select(word => Candidate.Word(word, Keyword, "keyword"));

    static IEnumerable<Candidate> OwnNames(CompletionSite site)
    {
        var model = site.Sketch.Model;
        var names = site.Sketch.Root.DescendantNodes().Select(DeclaredName).OfType<string>().Where(name => CompletionMatcher.Fit(name, site.Typed) is not null).ToHashSet();
        // The word that is being written declares nothing.
        foreach (var name in names)
        {
            var symbols = model.LookupSymbols(site.Start, name: name);
            if (symbols.Length > 0)
                yield return new Candidate(name, Local, symbols);
        }
        var type = model.GetEnclosingSymbol(site.Start)?.ContainingType;
        for (; type is { IsScriptClass: false }; type = type.ContainingType)
        {
            foreach (var candidate in Candidate.Of(model.LookupSymbols(site.Start, type), _ => Member))
                yield return candidate;
        }
    }

    static IEnumerable<Candidate> EarlierCells(CompletionSite site)
    {
        // What becomes an assembly of its own sees none of them.
        if (site.Sketch.Compilation.ScriptCompilationInfo is null)
            yield break;
        foreach (var cell in site.Sketch.Basis.Cells)
        {
            if (cell.ScriptClass is not { } variables)
                continue;
            foreach (var candidate in Candidate.Of(variables.GetMembers(), _ => Cell))
                yield return candidate;
        }
    }

    static string? DeclaredName(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        ParameterSyntax parameter => parameter.Identifier.Text,
        SingleVariableDesignationSyntax designation => designation.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax @delegate => @delegate.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        EventDeclarationSyntax @event => @event.Identifier.Text,
        ForEachStatementSyntax each => each.Identifier.Text,
        CatchDeclarationSyntax @catch => @catch.Identifier.Text,
        TypeParameterSyntax parameter => parameter.Identifier.Text,
        FromClauseSyntax from => from.Identifier.Text,
        LetClauseSyntax let => let.Identifier.Text,
        JoinClauseSyntax join => join.Identifier.Text,
        JoinIntoClauseSyntax into => into.Identifier.Text,
        QueryContinuationSyntax into => into.Identifier.Text,
        _ => null,
    };

    static bool IsAttribute(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol;
        while (type is not null && type.Name != nameof(Attribute))
            type = type.BaseType;
        return type is not null;
    }

    static string WithoutSuffix(string name) => name.EndsWith(nameof(Attribute), StringComparison.Ordinal) && name.Length > nameof(Attribute).Length ? name[..^nameof(Attribute).Length] : name;

    static Expects Place(CompletionSite site)
    {
        var parent = site.Before.Parent;
        return site.Before.Kind() switch
        {
            SyntaxKind.UsingKeyword when parent is UsingDirectiveSyntax => Expects.Namespace,
            SyntaxKind.StaticKeyword or SyntaxKind.EqualsToken when parent is UsingDirectiveSyntax => Expects.Type,
            SyntaxKind.EqualsToken when parent is NameEqualsSyntax { Parent: UsingDirectiveSyntax } => Expects.Type,
            SyntaxKind.NewKeyword or SyntaxKind.AsKeyword => Expects.Type,
            SyntaxKind.OpenParenToken when parent is TypeOfExpressionSyntax or DefaultExpressionSyntax or SizeOfExpressionSyntax or ParameterListSyntax => Expects.Type,
            SyntaxKind.CommaToken when parent is ParameterListSyntax or TypeArgumentListSyntax or BaseListSyntax => Expects.Type,
            SyntaxKind.LessThanToken when parent is TypeArgumentListSyntax => Expects.Type,
            SyntaxKind.ColonToken when parent is BaseListSyntax or TypeParameterConstraintClauseSyntax => Expects.Type,
            SyntaxKind.OpenBracketToken or SyntaxKind.CommaToken when parent is AttributeListSyntax => Expects.Attribute,
            _ => Expects.Anything,
        };
    }

    enum Expects
    {
        Anything,
        Type,
        Namespace,
        Attribute,
    }
}
