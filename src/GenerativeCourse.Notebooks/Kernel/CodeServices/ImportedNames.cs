using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>What usings bring into scope; gathered anew only when usings or references changed.</summary>
internal sealed class ImportedNames
{
    const int StaticMember = 0, Type = 1, Namespace = 2;

    string key = "";
    IReadOnlyList<Candidate> names = [];

    /// <summary>All names without regard to what was typed; their ranks put members before types before namespaces.</summary>
    public IReadOnlyList<Candidate> Of(CodeSketch sketch)
    {
        var directives = sketch.Basis.Cells.SelectMany(cell => cell.SyntaxTrees).Append(sketch.Tree).SelectMany(tree => tree.GetCompilationUnitRoot().Usings)
            .Select(@using => (Kind(@using), Target: @using.NamespaceOrType.ToString(), Alias: @using.Alias?.Name.Identifier.Text ?? ""));
        var defaults = sketch.Basis.Cells.Last().Options.Usings.Select(target => (Kind: 'd', Target: target, Alias: ""));
        var usings = directives.Concat(defaults).Distinct().ToList();
        var wanted = $"{sketch.Basis.ReferencesMet}|{string.Join('|', usings)}";
        if (wanted != key)
            (key, names) = (wanted, [.. Gather(sketch.Compilation, usings)]);
        return names;
    }

    static char Kind(UsingDirectiveSyntax @using) => @using.Alias is not null ? 'a' : @using.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) ? 's' : 'n';

    static IEnumerable<Candidate> Gather(CSharpCompilation compilation, IEnumerable<(char Kind, string Target, string Alias)> usings)
    {
        var symbols = new List<ISymbol>();
        foreach (var (kind, target, alias) in usings)
        {
            var symbol = Find(compilation, target);
            if (kind == 'a' && symbol is not null)
                yield return new Candidate(alias, Type, [symbol]);
            else if (symbol is INamedTypeSymbol type && kind is 's' or 'd')
                symbols.AddRange(((INamedTypeSymbol)symbol!).GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && (member.IsStatic || member is INamedTypeSymbol)));
            else if (symbol is INamespaceSymbol @namespace && kind is 'n' or 'd')
                symbols.AddRange(((INamespaceSymbol)symbol!).GetTypeMembers().Where(IsPublic));
        }
        symbols.AddRange(compilation.GlobalNamespace.GetTypeMembers().Where(IsPublic));
        symbols.AddRange(compilation.GlobalNamespace.GetNamespaceMembers().Where(HasTypes));
        foreach (var candidate in Candidate.Of(symbols, symbol => symbol is INamespaceSymbol ? Namespace : symbol is ITypeSymbol ? Type : StaticMember))
            yield return candidate;
    }

    static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public && !type.IsScriptClass;

    static bool HasTypes(INamespaceSymbol @namespace) => @namespace.GetTypeMembers().Any(IsPublic) || @namespace.GetNamespaceMembers().Any(HasTypes);

    static INamespaceOrTypeSymbol? Find(CSharpCompilation compilation, string name)
    {
        INamespaceOrTypeSymbol? found = compilation.GlobalNamespace;
        foreach (var part in name.Replace("global::", "", StringComparison.Ordinal).Split('.'))
            found = found?.GetMembers(part.Trim()).OfType<INamespaceOrTypeSymbol>().FirstOrDefault(member => member is INamespaceSymbol or INamedTypeSymbol { Arity: 0 });
        return found;
    }
}
