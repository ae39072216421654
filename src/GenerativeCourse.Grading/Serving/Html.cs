using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace GenerativeCourse.Grading.Serving;

/// <summary>Markup of ours. Text that is put into it is always escaped: there is no way to put it in as markup.</summary>
readonly record struct Html(string Text)
{
    /// <summary>No markup.</summary>
    public static Html None { get; } = new("");

    /// <summary>Markup with text, numbers and other markup in its gaps.</summary>
    public static Html Of(HtmlGaps gaps) => new(gaps.ToString());

    /// <summary>Pieces one behind the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <summary>Text as a reader sees it: signs that turn the writing's direction, which can make code look like other code, are named.</summary>
    public static Html Encode(string? text) => new(WebUtility.HtmlEncode(Named(text ?? "")));

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";

    /// <summary>A text with the signs that turn the writing's direction named.</summary>
    public static string Named(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u202A', '\u202E') && !text.AsSpan().ContainsAnyInRange('\u2066', '\u2069'))
            return text;
        return string.Concat(text.Select(letter => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? $"[U+{(int)letter:X4}]" : letter.ToString()));
    }
}

/// <summary>What C# makes of <c>$"…"</c> for <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
readonly struct HtmlGaps(int literalLength, int formattedCount)
{
    readonly StringBuilder text = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(Html html) => text.Append(html.Text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
            text.Append(piece.Text);
    }

    public void AppendFormatted(string? value) => text.Append(Html.Encode(value).Text);

    public void AppendFormatted(int value) => text.Append(value);

    public void AppendFormatted(double value) => text.Append(value.ToString("0.##", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
