using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>What is written about a symbol, by the tags of C#'s documentation comments.</summary>
internal static class Documentation
{
    /// <summary>The <c>member</c> element of a symbol, or of the one that it inherits its documentation from; null when nothing is written.</summary>
    public static XElement? Of(ISymbol symbol)
    {
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (ISymbol? current = symbol; current is not null && visited.Add(current); current = Inherited(current))
        {
            if (Read(current) is { } member && member.Elements().Any(element => element.Name.LocalName != "inheritdoc"))
                return member;
        }
        return null;
    }

    /// <summary>The summary in one line; null when there is none.</summary>
    public static string? Summary(ISymbol symbol) =>
        Of(symbol)?.Element("summary") is { } summary && DocumentationText.Plain(summary).ReplaceLineEndings(" ") is { Length: > 0 } text ? text : null;

    static XElement? Read(ISymbol symbol)
    {
        var definition = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension.OriginalDefinition : symbol.OriginalDefinition;
        var text = definition.Locations.Any(location => location.IsInSource) ? Written(definition) : definition.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return XElement.Parse(text, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // The /// lines above a declaration in a cell, which are comments to the script's parser.
    static string? Written(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference)
            return null;
        var node = reference.GetSyntax();
        // A variable's comment stands before the whole declaration.
        while (node.Parent is { } parent && parent.FullSpan.Start == node.FullSpan.Start)
            node = parent;
        while (node is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclarationSyntax)
            node = node.Parent!;
        var declared = node is Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax ? reference.GetSyntax() : node;
        var lines = declared.GetLeadingTrivia().ToFullString().Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal)).ToList();
        return lines.Count == 0 ? null : $"<member>{string.Join('\n', lines.Select(line => line[3..]))}</member>";
    }

    static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        IMethodSymbol or IPropertySymbol or IEventSymbol => Implemented(symbol),
        _ => null,
    };

    static ISymbol? Implemented(ISymbol symbol) =>
        symbol.ContainingType?.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
}
