using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Notebooks.Kernel.Formatting;

/// <summary>Turns a value into the <c>data</c> of a display: one entry a MIME type, with <c>text/plain</c> always among them.</summary>
internal static partial class MimeBundle
{
    const string Plain = "text/plain";

    /// <summary>Formats <paramref name="value"/> as the MIME types given, or as those preferred for its type.</summary>
    public static JsonObject Create(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        if (value is null)
            return new JsonObject { [Plain] = Formatter.NullString };
        if (value is FormattedValue formatted)
            return new JsonObject { [formatted.MimeType] = Node(formatted.MimeType, formatted.Value), [Plain] = formatted.Value };
        if (!IsScalar(value))
            FormattingWarmUp.Wait();
        var data = mimeTypes.Count == 0 && !HasRegisteredFormatter(value) ? ForeignCharts.Render(value) : null;
        if (data is not null)
        {
            data[Plain] = value.GetType().Name;
            return data;
        }
        if (mimeTypes.Count == 0 && IsJsonToken(value.GetType()) && !HasRegisteredFormatter(value))
            return new JsonObject { [Plain] = Readable(value.ToString() ?? "") };
        data = [];
        foreach (var mimeType in mimeTypes.Count > 0 ? mimeTypes : Preferred(value))
        {
            var text = Formatted(value, mimeType);
            if (mimeType.StartsWith("text/", StringComparison.Ordinal))
                text = Readable(text);
            if (text.Length > 0 && !(mimeTypes.Count == 0 && mimeType == "text/html" && IsPlainTextMarkup(text)))
                data[mimeType] = Node(mimeType, text);
        }
        if (!data.ContainsKey(Plain))
            data[Plain] = Readable(Formatted(value, Plain));
        return data;
    }

    /// <summary>A value in a line of at most 80 characters.</summary>
    public static string Line(object? value)
    {
        var text = (value is null ? Formatter.NullString : PlainText(value)).ReplaceLineEndings(" ");
        return text.Length <= 80 ? text : text[..79] + "…";
    }

    // A type that the engine cannot take apart (a dictionary that refuses its values) may yet say itself what it is.
    static string Formatted(object value, string mimeType)
    {
        try
        {
            return mimeType == Plain ? PlainText(value) : value.ToDisplayString(mimeType);
        }
        catch (Exception exception) when (exception is not (ThreadInterruptedException or ThreadAbortException) && DescribesItself(value.GetType()) && !HasRegisteredFormatter(value))
        {
            return mimeType == Plain ? value.ToString() ?? "" : "";
        }
    }

    // Newtonsoft's tokens know their parents, so a table of one has no end; their own text is the JSON.
    static bool IsJsonToken(Type? type) => type is not null && (type.FullName == "Newtonsoft.Json.Linq.JToken" || IsJsonToken(type.BaseType));

    static bool DescribesItself(Type type) => type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } owner && owner != typeof(object) && owner != typeof(ValueType);

    // Scripts number their anonymous types, which the engine then takes for named ones.
    static string Readable(string text) => AnonymousType().Replace(text.ReplaceLineEndings("\n"), "(anonymous)");

    [GeneratedRegex(@"(<>|&lt;&gt;)f__AnonymousType\d+(#\d+)?((<|&lt;)[^\n]*?(>|&gt;)(?=\n|$|<))?")]
    private static partial Regex AnonymousType();

    // What has one line of text needs no markup beside it, unless somebody registered some.
    static IReadOnlyCollection<string> Preferred(object value) =>
        IsScalar(value) && !HasRegisteredFormatter(value) ? [Plain] : Formatter.GetPreferredMimeTypesFor(value.GetType());

    static string PlainText(object value) => IsScalar(value) && !HasRegisteredFormatter(value) ? ScalarText(value) : value.ToDisplayString(Plain);

    // The engine's frame around plain text, with a style sheet that it does not use: says no more than the text beside it.
    static bool IsPlainTextMarkup(string html) =>
        html.StartsWith("<div class=\"dni-plaintext\"><pre>", StringComparison.Ordinal) && html.IndexOf("</pre></div><style>", StringComparison.Ordinal) is var end and > 0
        && html.IndexOf("<pre>", StringComparison.Ordinal) == html[..end].LastIndexOf("<pre>", StringComparison.Ordinal);

    static bool HasRegisteredFormatter(object value) =>
        Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => formatter.Type.IsInstanceOfType(value));

    /// <summary>Whether a value is text, a number or a time: what a line says in full.</summary>
    public static bool IsScalar(object value) =>
        value is string or Enum or decimal or Half or BigInteger or Int128 or UInt128 or Guid or TimeSpan or DateTime or DateTimeOffset or DateOnly or TimeOnly
        || value.GetType().IsPrimitive;

    static string ScalarText(object value) => value switch
    {
        string text => text,
        DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
        Enum => value.ToString()!,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    // Jupyter carries JSON types as JSON and all others as text.
    static JsonNode? Node(string mimeType, string text)
    {
        if (!mimeType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
