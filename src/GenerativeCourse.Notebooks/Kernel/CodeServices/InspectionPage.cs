using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Writes what is known of a name, as text and as HTML.</summary>
internal sealed class InspectionPage
{
    const int MostOverloads = 8;

    readonly StringBuilder plain = new();
    readonly StringBuilder html = new();

    InspectionPage()
    {
    }

    /// <summary>The page of a symbol and its overloads; <paramref name="value"/> is what a variable holds, if that can be told in a line.</summary>
    public static JsonObject Of(IReadOnlyList<ISymbol> symbols, string? value, bool inDetail)
    {
        var page = new InspectionPage();
        var shown = inDetail ? symbols.Count : Math.Min(symbols.Count, MostOverloads);
        page.Code(symbols.Take(shown).Select(symbol => Label(symbol) + SymbolText.Declaration(symbol)).Append(value is null ? null : $"= {value}").OfType<string>());
        if (symbols.Count > shown)
            page.Line($"and {symbols.Count - shown} more overloads");
        if (symbols.Select(Documentation.Of).OfType<XElement>().FirstOrDefault() is { } member)
            page.Write(member, inDetail);
        return page.Data;
    }

    /// <summary>The page of a word with a line of help.</summary>
    public static JsonObject Of(string word, string help)
    {
        var page = new InspectionPage();
        page.Code([word]);
        page.Line(help);
        return page.Data;
    }

    JsonObject Data => new() { ["text/plain"] = plain.ToString().TrimEnd(), ["text/html"] = html.ToString() };

    static string Label(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IRangeVariableSymbol => "(local) ",
        IParameterSymbol => "(parameter) ",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "(variable) ",
        IMethodSymbol { ReducedFrom: not null } => "(extension) ",
        _ => "",
    };

    void Write(XElement member, bool inDetail)
    {
        Section(null, member.Element("summary"));
        List("Parameters", member.Elements("param"));
        List("Type parameters", inDetail ? member.Elements("typeparam") : []);
        Section("Returns", member.Element("returns"));
        if (member.Element("returns") is null)
            Section("Value", member.Element("value"));
        List("Exceptions", member.Elements("exception"));
        if (!inDetail)
            return;
        Section("Remarks", member.Element("remarks"));
        Section("Example", member.Element("example"));
    }

    void Section(string? title, XElement? element)
    {
        if (element is null || DocumentationText.Plain(element) is not { Length: > 0 } text)
            return;
        plain.Append('\n').Append(title is null ? "" : title + ": ").AppendLine(text);
        html.Append("<p>").Append(title is null ? "" : $"<b>{title}:</b> ").Append(DocumentationText.Html(element)).Append("</p>");
    }

    void List(string title, IEnumerable<XElement> elements)
    {
        var items = elements.Select(element => (Name: (string?)element.Attribute("name") ?? DocumentationText.Name((string?)element.Attribute("cref") ?? ""), Element: element)).ToList();
        if (items.Count == 0)
            return;
        plain.Append('\n').Append(title).AppendLine(":");
        html.Append($"<p><b>{title}:</b></p><dl>");
        foreach (var (name, element) in items)
        {
            plain.Append("  ").Append(name).Append(": ").AppendLine(DocumentationText.Plain(element).Replace("\n", "\n    ", StringComparison.Ordinal));
            html.Append($"<dt><code>{WebUtility.HtmlEncode(name)}</code></dt><dd>{DocumentationText.Html(element)}</dd>");
        }
        html.Append("</dl>");
    }

    void Code(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            plain.AppendLine(line);
            html.Append("<pre>").Append(WebUtility.HtmlEncode(line)).Append("</pre>");
        }
    }

    void Line(string text)
    {
        plain.AppendLine(text);
        html.Append("<p>").Append(WebUtility.HtmlEncode(text)).Append("</p>");
    }
}
