using System.Globalization;
using System.Net;
using System.Text;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Writers;

/// <summary>A student's page: what was earned, what failed and why, without the hidden tests. One file that works offline; nothing in it is taken for markup.</summary>
public static class FeedbackPage
{
    /// <summary>The page.</summary>
    public static byte[] Of(string assignment, ScoredSubmission submission)
    {
        var page = new StringBuilder();
        page.Append($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{Text($"{assignment}: {submission.Student}")}</title>
            <style>
            {Style()}</style></head><body>
            <h1>{Text(assignment)}</h1>
            <p>{Text(submission.Student)}: <strong>{Number(submission.Score)} of {Number(submission.Points)} points</strong>{(submission.NeedsManualGrade ? ", and some are still to be given by a person" : "")}.{Late(submission)}</p>

            """);
        foreach (var notebook in submission.Notebooks)
        {
            page.Append($"<h2>{Text(notebook.Name)}</h2>\n");
            if (notebook.Notes.Count > 0)
                page.Append($"<ul>{string.Concat(notebook.Notes.Select(note => $"<li>{Text(note)}</li>"))}</ul>\n");
            page.Append("<table><thead><tr><th scope=\"col\">exercise</th><th scope=\"col\" class=\"number\">points</th><th scope=\"col\" class=\"number\">of</th></tr></thead><tbody>\n");
            foreach (var cell in notebook.Cells)
                page.Append($"<tr><td>{Text(cell.Grade.GradeId)}</td><td class=\"number\">{(cell.NeedsManualGrade ? "open" : Number(cell.Score))}</td><td class=\"number\">{Number(cell.Grade.Points)}</td></tr>\n");
            page.Append("</tbody></table>\n");
            foreach (var cell in notebook.Cells)
                Cell(page, cell);
        }
        return Encoding.UTF8.GetBytes(page.Append("</body></html>\n").ToString());
    }

    static void Cell(StringBuilder page, ScoredCell cell)
    {
        page.Append($"<h3>{Text(cell.Grade.GradeId)}</h3>\n");
        if (cell.NeedsManualGrade)
            page.Append("<p class=\"open\">A person will grade this.</p>\n");
        if (cell.Grade.Note is { } note)
            page.Append($"<p class=\"failed\">{Text(note)}</p>\n");
        else
            foreach (var check in cell.Grade.Checks)
                page.Append(check.Passed
                    ? $"<p class=\"passed\">✓ passed: {Name(check.Name, check.IsHidden)}</p>\n"
                    : $"<p class=\"failed\">✗ failed: {Name(check.Name, check.IsHidden)}</p>\n<pre>{Text(check.Message ?? "")}</pre>\n");
        if (cell.Extra != 0)
            page.Append($"<p>{Number(cell.Extra)} points on top.</p>\n");
        if (cell.Comment is { } comment)
            page.Append($"<p>Comment:</p><blockquote>{Text(comment)}</blockquote>\n");
    }

    static string Name(string name, bool hidden) => hidden ? Text(name) : $"<code>{Text(name)}</code>";

    static string Late(ScoredSubmission submission) => submission.Penalty == 0 ? "" : $" Handed in late, which cost {Number(submission.Penalty)} of {Number(submission.Raw)}.";

    static string Text(string text) => WebUtility.HtmlEncode(text);

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    static string Style()
    {
        using var reader = new StreamReader(typeof(FeedbackPage).Assembly.GetManifestResourceStream("feedback.css")!);
        return reader.ReadToEnd();
    }
}
