using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Something that may stand at the cursor, before it is known whether it is asked for.</summary>
/// <param name="Name">What would be put in.</param>
/// <param name="Rank">What is likely comes before what is not, by number.</param>
/// <param name="Symbols">What the name means: overloads, types of one name; empty for words such as keywords.</param>
/// <param name="Kind">Jupyter's type of a word; null where the symbols tell.</param>
/// <param name="Help">What is said of a word.</param>
internal sealed record Candidate(string Name, int Rank, IReadOnlyList<ISymbol> Symbols, string? Kind = null, string? Help = null)
{
    /// <summary>A word that is no symbol.</summary>
    public static Candidate Word(string name, int rank, string kind, string? help = null) => new(name, rank, [], kind, help);

    /// <summary>Symbols put together by name, those of the same name under the lowest rank among them.</summary>
    public static IEnumerable<Candidate> Of(IEnumerable<ISymbol> symbols, Func<ISymbol, int> rank) =>
        symbols.Where(IsOffered).GroupBy(symbol => symbol.Name, StringComparer.Ordinal)
            .Select(group => new Candidate(Escaped(group.Key), group.Min(rank), [.. group.OrderBy(symbol => symbol is IMethodSymbol method ? method.Parameters.Length : 0)]));

    /// <summary>Whether a person would write the symbol's name.</summary>
    public static bool IsOffered(ISymbol symbol) =>
        symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared && symbol.Name.Length > 0 && symbol.Name[0] != '<' && !IsHidden(symbol);

    // EditorBrowsable(Never): members that a library's author would not have completed.
    static bool IsHidden(ISymbol symbol) => !symbol.Locations.Any(location => location.IsInSource) && symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    static string Escaped(string name) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;
}
