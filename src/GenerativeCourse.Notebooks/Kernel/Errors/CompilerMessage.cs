using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.Errors;

/// <summary>The compiler's messages in a person's words: where, what, and the line with the place marked.</summary>
internal static class CompilerMessage
{
    /// <summary>E.g. <c>Cell[7]:line 3, column 5: error CS0103: …</c>.</summary>
    public static string Headline(Diagnostic diagnostic, RedefinedTypes redefined)
    {
        var place = diagnostic.Location.GetLineSpan();
        var where = place.IsValid ? $"{place.Path}:line {place.StartLinePosition.Line + 1}, column {place.StartLinePosition.Character + 1}: " : "";
        var kind = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{where}{kind} {diagnostic.Id}: {redefined.Explain(diagnostic.GetMessage(CultureInfo.InvariantCulture))}{Hint(diagnostic)}";
    }

    /// <summary>The headline, and below it the source line with a mark under the place.</summary>
    public static IEnumerable<string> Lines(Diagnostic diagnostic, RedefinedTypes redefined)
    {
        yield return Headline(diagnostic, redefined);
        if (diagnostic.Location.SourceTree is not { } tree)
            yield break;
        var line = tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start);
        var text = line.ToString();
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
            yield break;
        var column = diagnostic.Location.SourceSpan.Start - line.Start;
        var length = Math.Clamp(diagnostic.Location.SourceSpan.Length, 1, Math.Max(1, text.Length - column));
        // Tabs stay tabs, so that the mark stands under its place.
        var indent = new string([.. text.Take(column).Select(character => character == '\t' ? '\t' : ' ')]);
        yield return "    " + text;
        yield return "    " + indent + new string('^', length);
    }

    // What scripts refuse for reasons that their message does not tell.
    static string Hint(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "CS8345" or "CS8352" => " (A cell's variables live on after it, and a Span cannot: use it inside a function.)",
        "CS8805" or "CS1002" when IsUsingDeclaration(diagnostic) => " (A cell's variables live on after it: write using (...) { ... } with braces, or put it inside a function.)",
        _ => "",
    };

    static bool IsUsingDeclaration(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
        && tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().TrimStart().StartsWith("using var ", StringComparison.Ordinal);
}
