using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Notebooks.Export;

namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>Markdown as a grader reads it: formulas drawn, and nothing in it that does anything.</summary>
static class Prose
{
    /// <summary>A text.</summary>
    /// <param name="markdown">What was written.</param>
    /// <param name="level">The level of the heading above it.</param>
    /// <param name="attachments">Pictures that it carries, by their names.</param>
    public static Html Of(string markdown, int level, IReadOnlyDictionary<string, CellOutput>? attachments = null) =>
        new($"<div class=\"prose read\">{Html.Named(InertProse.Write(markdown, level, url => Picture(url, attachments)))}</div>");

    /// <summary>The address of a checked picture, which holds the picture itself.</summary>
    public static string Address(CellOutput picture) => $"data:{picture.Type};base64,{picture.Text}";

    static string? Picture(string url, IReadOnlyDictionary<string, CellOutput>? attachments)
    {
        if (url.StartsWith("attachment:", StringComparison.Ordinal))
            return attachments?.GetValueOrDefault(Uri.UnescapeDataString(url["attachment:".Length..])) is { } picture ? Address(picture) : null;
        foreach (var type in (string[])["image/png", "image/jpeg"])
            if (url.StartsWith($"data:{type};base64,", StringComparison.Ordinal) && CheckedPicture.Read(type, url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..]) is { } bytes)
                return $"data:{type};base64,{Convert.ToBase64String(bytes)}";
        return null;
    }
}
