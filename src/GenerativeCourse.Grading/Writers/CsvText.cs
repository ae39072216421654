namespace GenerativeCourse.Grading.Writers;

/// <summary>Writes comma-separated values, quoted where they must be (RFC 4180), and with nothing that a spreadsheet would take for a formula.</summary>
static class CsvText
{
    /// <summary>A file of rows.</summary>
    public static byte[] Of(IEnumerable<IEnumerable<string?>> rows) =>
        System.Text.Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(Field)) + "\n")));

    static string Field(string? text)
    {
        text ??= "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
            text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
