using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Serving;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Writers;

/// <summary>One exercise on a student's page.</summary>
/// <param name="Number">Its place on the page.</param>
/// <param name="Notebook">Its notebook.</param>
/// <param name="Id">Its id.</param>
/// <param name="Cells">What carries its points.</param>
sealed partial record FeedbackExercise(int Number, string Notebook, string Id, IReadOnlyList<ScoredCell> Cells)
{
    /// <summary>Whether a person still has to grade it.</summary>
    public bool IsOpen => Cells.Any(cell => cell.NeedsManualGrade);

    /// <summary>Whether it lost points.</summary>
    public bool HasFailed => Cells.Any(cell => !cell.NeedsManualGrade && cell.Score < cell.Grade.Points);

    double Score => Cells.Sum(cell => cell.Score);

    double Points => Cells.Sum(cell => cell.Grade.Points);

    string? Note => Cells.Select(cell => cell.Grade.Note).OfType<string>().FirstOrDefault();

    /// <summary>Its row in the notebook's table.</summary>
    public Html Row()
    {
        var (kind, verdict) = Verdict();
        return Html.Of($"""
            <tr><td><a href="#exercise-{Number}">{Id}</a></td><td class="number">{(IsOpen ? Html.Of($"open") : Html.Of($"{Score}"))}</td><td class="number">{Points}</td><td class="{kind}">{verdict}</td></tr>

            """);
    }

    /// <summary>What went right and wrong, and what to do about it.</summary>
    public Html Section() => Html.Of($"""
        <section id="exercise-{Number}"><h3>{Id} <small>{(IsOpen ? Html.Of($"open, of {Points}") : Html.Of($"{Score} of {Points}"))}</small></h3>
        {Cells.Select(Found)}{(HasFailed && Advice() is { } advice ? Html.Of($"<p><strong>What you can do:</strong> {advice.Split('`').Select((words, i) => i % 2 == 0 ? Html.Encode(words) : Html.Of($"<code>{words}</code>"))}</p>\n") : Html.None)}{Cells.Select(cell => cell.Comment).Distinct().OfType<string>().Select(comment => Html.Of($"<p>Comment:</p><blockquote>{comment}</blockquote>\n"))}{Answer()}</section>

        """);

    (string Kind, string Verdict) Verdict() => this switch
    {
        { IsOpen: true } => ("open", "to be graded by a person"),
        { HasFailed: false } => ("passed", "all points"),
        { Note: { } note } => ("failed", GradeNote.Failure(note) is null ? FirstLine(note) : "it does not run"),
        _ => ("failed", Score > 0 ? "some of it is right" : "a check failed"),
    };

    Html Found(ScoredCell cell) => Html.Of($"""
        {(cell.NeedsManualGrade ? Html.Of($"<p class=\"open\">A person will grade this.</p>\n") : Html.None)}{(cell.Grade.Note is { } note ? Html.Of($"<pre class=\"failed\">{note}</pre>\n") : Checks(cell.Grade.Checks))}{(cell is { Manual: { } manual, Grade.Score: { } found } && Math.Abs(manual - found) > 1e-9 ? Html.Of($"<p>A person has looked at it and gave {manual} instead of {found}.</p>\n") : Html.None)}{(cell.Extra == 0 ? Html.None : Html.Of($"<p>{cell.Extra} points on top.</p>\n"))}
        """);

    static Html Checks(IReadOnlyList<CheckGrade> checks)
    {
        var passed = checks.Where(check => check.Passed).ToList();
        var hidden = passed.Count(check => check.IsHidden);
        var untried = checks.Count(IsUntried);
        return Html.Of($"""
            {checks.Where(check => !check.Passed && !IsUntried(check)).Select(Failed)}{(untried == 0 ? Html.None : Html.Of($"<p>{(untried == 1 ? "A hidden check was" : $"{untried} hidden checks were")} not tried, because one that you can see failed.</p>\n"))}{(passed.Count == 0 ? Html.None : Html.Of($"<p class=\"passed\">✓ passed: {Html.Join(passed.Where(check => !check.IsHidden).Select((check, i) => Html.Of($"{(i == 0 ? "" : ", ")}<code>{check.Name}</code>")))}{(hidden == 0 ? "" : $"{(hidden < passed.Count ? ", and " : "")}{(hidden == 1 ? "a hidden check" : $"{hidden} hidden checks")}")}</p>\n"))}
            """);
    }

    static bool IsUntried(CheckGrade check) => check is { IsHidden: true, Passed: false } && check.Message?.StartsWith(Feedback.Untried, StringComparison.Ordinal) == true;

    static Html Failed(CheckGrade check) => check.IsHidden
        ? Html.Of($"<div class=\"check\"><p class=\"failed\">✗ failed: {check.Name}, which asks your answer with inputs that are not in your notebook</p><p>{check.Message}</p></div>\n")
        : Html.Of($"<div class=\"check\"><p class=\"failed\">✗ failed: <code>{check.Name}</code></p>{Message(check.Message ?? "")}</div>\n");

    // A judgement's lines as a list of what was expected, what came and why; any other message as it is.
    static Html Message(string message)
    {
        var lines = message.Split('\n');
        var parts = lines.Skip(1).Select(line => Part().Match(line)).ToList();
        return !lines[0].StartsWith("the check of ", StringComparison.Ordinal) || parts.Count == 0 || parts.Any(part => !part.Success)
            ? Html.Of($"<pre>{message}</pre>")
            : Html.Of($"<dl>{parts.Select(part => Html.Of($"<dt>{(part.Groups[1].Value == "actual" ? "your answer gave" : part.Groups[1].Value)}</dt><dd>{part.Groups[2].Value}</dd>"))}</dl>");
    }

    string? Advice()
    {
        var lost = Cells.Where(cell => !cell.NeedsManualGrade && cell.Score < cell.Grade.Points).ToList();
        return FeedbackAdvice.For(Id, Notebook, [.. lost.Select(cell => cell.Grade)]);
    }

    Html Answer() => Cells.Select(cell => cell.Grade.Answer).FirstOrDefault(answer => answer is not null) is { } answer
        ? Html.Of($"<details><summary>Your answer, as it was graded</summary><pre>{answer}</pre></details>\n")
        : Html.None;

    static string FirstLine(string text) => text.Split('\n')[0] is { Length: > 80 } line ? $"{line[..80]} …" : text.Split('\n')[0];

    [GeneratedRegex(@"^  (expected|actual|differs|perhaps|hint): +(.*)$")]
    private static partial Regex Part();
}
