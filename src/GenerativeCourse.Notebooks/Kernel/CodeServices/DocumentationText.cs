using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Documentation comments as text and as markup.</summary>
internal static partial class DocumentationText
{
    /// <summary>The text of an element, paragraphs on lines of their own.</summary>
    public static string Plain(XElement element) => Tidy(Write(element, (text, _) => text, "\n"));

    /// <summary>The same as HTML.</summary>
    public static string Html(XElement element) =>
        Tidy(Write(element, (text, isCode) => isCode ? $"<code>{WebUtility.HtmlEncode(text)}</code>" : WebUtility.HtmlEncode(text), "\n")).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>The last part of what a <c>cref</c> points at, e.g. <c>String.Substring</c> of <c>M:System.String.Substring(System.Int32)</c>.</summary>
    public static string Name(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        var kind = colon > 0 ? reference[..colon] : "";
        var name = Arity().Replace(reference[(colon + 1)..].Split('(')[0].Replace('{', '<').Replace('}', '>'), "");
        var parts = name.Split('<')[0].Split('.');
        var kept = kind is "T" or "N" or "" or "!" ? 1 : 2;
        return kind == "N" ? name : string.Join('.', parts.TakeLast(kept)).Replace(".#ctor", "", StringComparison.Ordinal) + (name.Contains('<', StringComparison.Ordinal) ? name[name.IndexOf('<', StringComparison.Ordinal)..] : "");
    }

    static string Write(XElement element, Func<string, bool, string> put, string line)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(put(Blanks().Replace(words.Value, " "), false));
            else if (node is XElement inner)
                text.Append(Write(inner, inner.Name.LocalName, put, line));
        }
        return text.ToString();
    }

    static string Write(XElement inner, string name, Func<string, bool, string> put, string line) => name switch
    {
        "see" or "seealso" or "paramref" or "typeparamref" => put(inner.Nodes().Any() ? inner.Value : Target(inner), inner.Attribute("href") is null),
        "c" => put(inner.Value.Trim(), true),
        "code" => line + string.Join(line, inner.Value.Trim('\n', '\r').Split('\n').Select(code => put(code.TrimEnd(), true))) + line,
        "para" or "item" or "br" => line + Write(inner, put, line) + line,
        "description" or "term" => Write(inner, put, line) + " ",
        _ => Write(inner, put, line),
    };

    static string Target(XElement reference)
    {
        if ((string?)reference.Attribute("cref") is { } cref)
            return Name(cref);
        return (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("href") ?? "";
    }

    static string Tidy(string text) => Lines().Replace(text, "\n").Trim();

    [GeneratedRegex(@"``?\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" *\n\s*")]
    private static partial Regex Lines();
}
