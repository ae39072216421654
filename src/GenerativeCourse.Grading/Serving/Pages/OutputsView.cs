using System.Globalization;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Notebooks.Export;

namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>What an answer's cells printed and drew: text as text, pictures as pictures, and of all else only that it was there.</summary>
static class OutputsView
{
    const int Shown = 25;

    /// <summary>What the student's file says beside what came when it was graded; nothing where neither has anything.</summary>
    /// <param name="outputs">What they are.</param>
    /// <param name="whose">Whose they are, where they are not those of the page's student.</param>
    public static Html Of(AnswerOutputs? outputs, string? whose = null)
    {
        if (outputs is null || (outputs.Submitted.Count == 0 && outputs.Graded.Count == 0))
            return Html.None;
        return Html.Of($"""
            <section class="outputs"><h2>{(whose is null ? "What it printed and drew" : $"What {whose}'s printed and drew")}</h2><div class="pair">
            <section><h3>In the student's file <small>as it was handed in; a file can say anything</small></h3>{List(outputs.Submitted)}</section>
            <section><h3>When it was graded <small>run here, up to the first hidden test</small></h3>{List(outputs.Graded)}</section></div></section>
            """);
    }

    static Html List(IReadOnlyList<CellOutput> outputs) => outputs.Count == 0 ? Html.Of($"<p class=\"unshown\">Nothing.</p>") : Html.Join(outputs.Select(One));

    static Html One(CellOutput output) => output.Kind switch
    {
        OutputKind.Picture => Html.Of($"<img src=\"{Prose.Address(output)}\" alt=\"A picture that the cell drew\">\n"),
        OutputKind.Unshown => Html.Of($"<p class=\"unshown\">{Said(output.Text)}</p>\n"),
        _ => Text(output),
    };

    static string Said(string what) => what switch
    {
        "text/html" or "application/javascript" => "An interactive output, not shown.",
        _ when what.StartsWith("image/", StringComparison.Ordinal) => $"A picture ({what}), not shown: it is of another kind than it says, too large, or one of too many.",
        _ when what.Contains('/', StringComparison.Ordinal) => $"An output of type {what}, not shown.",
        _ => $"{what}, not shown.",
    };

    static Html Text(CellOutput output)
    {
        var lines = PrintedText.Plain(output.Text).TrimEnd('\n').Split('\n');
        var kind = output.Kind == OutputKind.Error ? "printed failed" : "printed";
        var rest = lines.Length - Shown;
        return Html.Of($"""
            <pre class="{kind}">{string.Join('\n', rest > 1 ? lines[..Shown] : lines)}</pre>{(rest <= 1 ? Html.None : Html.Of($"<details><summary>{rest.ToString("N0", CultureInfo.InvariantCulture)} lines more</summary><pre class=\"{kind}\">{string.Join('\n', lines[Shown..])}</pre></details>"))}
            {(output.Left == 0 ? Html.None : Html.Of($"<p class=\"unshown\">And {(output.Left == CellOutput.MostLeft ? "at least " : "")}{output.Left.ToString("N0", CultureInfo.InvariantCulture)} characters more, which were not kept.</p>"))}
            """);
    }
}
