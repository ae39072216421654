namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>One answer, beside the solution or another's, with what its checks found and a form for points and a comment.</summary>
static class AnswerPage
{
    /// <summary>The page's content.</summary>
    public static Html Of(ReviewSession session, string token, ReviewedAnswer answer, AnswerChoice choice)
    {
        var all = session.Class;
        var exercise = answer.Exercise;
        var chosen = all.Answers(exercise).Where(choice.Takes).ToList();
        var (before, behind) = choice.Neighbours(all, answer);
        return Html.Of($"""
            <div class="bar">
            <h1>{Who(answer.Student)} <small>{exercise.Id}, {answer.Score} of {exercise.Points}{(answer.IsOpen ? ", to be graded" : "")}</small></h1>
            <nav aria-label="Answers">{Step(choice, before, "prev", "k", "Previous")}<span>{Place(chosen, answer)}</span>{Step(choice, behind, "next", "j", "Next")}</nav>
            </div>
            <form class="choose" method="get" action="/answer"><input type="hidden" name="student" value="{answer.Student}">
            <label>Exercise <select name="exercise">{all.Exercises.Select(other => Option(other.Key, other.Id, exercise.Key))}</select></label>
            <label>Answers <select name="only">{AnswerChoice.Kinds.Select(kind => Option(kind.Key, kind.Name, choice.Only ?? "all"))}</select></label>
            <label>Beside <select name="beside">{Option("solution", "the solution", choice.Beside ?? "solution")}{Option("stub", "the stub", choice.Beside ?? "")}{all.Submissions.Where(one => one.Student != answer.Student).Select(one => Option($"student:{one.Student}", one.Student, choice.Beside ?? ""))}</select></label>
            <button>Show</button></form>
            {Task(exercise)}
            <div class="work"><div class="texts">{Texts(all, answer, choice)}{PairPage.Questions(exercise)}</div>
            <aside aria-label="Grade">{answer.Cells.Select(cell => GradeForm.Of(all, token, answer, cell, choice, behind))}{Checks(answer)}{Notes(all.Notes(answer.Student, exercise.Notebook))}</aside></div>
            <p class="keys"><label><input type="checkbox" id="keys" checked> Keys</label> <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>0</kbd> to <kbd>9</kbd> points, <kbd>c</kbd> comment, <kbd>Ctrl</kbd>+<kbd>Enter</kbd> save and next <label hidden><input type="checkbox" id="blind"> Hide who wrote it</label></p>
            """);
    }

    // A grader may choose not to know.
    static Html Who(string student) => Html.Of($"<span class=\"who\">{student}</span><span class=\"nobody\">A student</span>");

    static Html Step(AnswerChoice choice, ReviewedAnswer? to, string rel, string key, string name) => to is null
        ? Html.Of($"<span class=\"off\">{name}</span>")
        : Html.Of($"<a rel=\"{rel}\" href=\"{choice.Address(to)}\">{name} <kbd>{key}</kbd></a>");

    static string Place(List<ReviewedAnswer> chosen, ReviewedAnswer answer) =>
        chosen.FindIndex(other => other.Student == answer.Student) is >= 0 and var at ? $"{at + 1} of {chosen.Count}" : $"{chosen.Count} of these";

    static Html Option(string value, string name, string chosen) => Html.Of($"<option value=\"{value}\"{(value == chosen ? new Html(" selected") : Html.None)}>{name}</option>");

    static Html Task(ReviewedExercise exercise) => exercise.Lecture is { Task.Length: > 0 } lecture ? Html.Of($"<details class=\"task\"><summary>The task</summary><pre class=\"prose\">{lecture.Task}</pre></details>") : Html.None;

    static Html Texts(ReviewedClass all, ReviewedAnswer answer, AnswerChoice choice)
    {
        var (name, text) = choice switch
        {
            { Other: { } other } => (other, all.Answer(other, answer.Exercise)?.Text ?? ""),
            { Beside: "stub" } => ("the stub", answer.Exercise.Stub),
            _ when answer.Exercise.Lecture is { } lecture => ("the solution", lecture.Solution),
            _ => ("the stub (the lecture is not known here: name it with --lectures)", answer.Exercise.Stub),
        };
        if (answer.Text is null)
            return Html.Of($"<p class=\"open\">There is no answer: {answer.Cells[0].Grade.Note ?? "nothing was handed in"}.</p>");
        // Prose is read, not compared.
        if (answer.Exercise.IsManual && choice.Other is null)
            return Html.Of($"<div class=\"pair\"><section><h2>{Who(answer.Student)}</h2><pre class=\"prose\">{answer.Text}</pre></section><section><h2>{name}</h2><pre class=\"prose quiet\">{text}</pre></section></div>");
        return Html.Of($"""
            <table class="diff{(answer.Exercise.IsManual ? " prose" : "")}"><caption class="unseen">Line by line; a sign tells lines that differ</caption><colgroup><col class="number"><col><col class="number"><col></colgroup><thead><tr><th scope="col" colspan="2">{Who(answer.Student)}</th><th scope="col" colspan="2">{name}</th></tr></thead>
            <tbody>{LineDiff.Of(answer.Text, text).Select(Row)}</tbody></table>
            """);
    }

    static Html Row(LineDiff.Row row)
    {
        if (row.IsSame)
            return Html.Of($"<tr><td class=\"line\">{row.LeftNumber!.Value}</td><td>{row.Left}</td><td class=\"line\">{row.RightNumber!.Value}</td><td>{row.Right}</td></tr>\n");
        var (start, leftEnd, rightEnd) = Differing(row.Left ?? "", row.Right ?? "");
        return Html.Of($"<tr>{Side(row.LeftNumber, row.Left, start, leftEnd, "left")}{Side(row.RightNumber, row.Right, start, rightEnd, "right")}</tr>\n");
    }

    static Html Side(int? number, string? line, int start, int end, string side) => line is null
        ? Html.Of($"<td class=\"line\"></td><td class=\"gap\"></td>")
        : Html.Of($"<td class=\"line {side}\">{(side == "left" ? "−" : "+")} {number!.Value}</td><td class=\"{side}\">{line[..start]}<em>{line[start..end]}</em>{line[end..]}</td>");

    // What two lines do not share at their beginnings and ends; nothing in particular where one is missing or they share little.
    static (int Start, int LeftEnd, int RightEnd) Differing(string left, string right)
    {
        var start = left.AsSpan().CommonPrefixLength(right);
        var end = 0;
        if (left.Length == 0 || right.Length == 0)
            return (0, 0, 0);
        while (end < Math.Min(left.Length, right.Length) - start && left[^(end + 1)] == right[^(end + 1)])
            end++;
        return start + end < Math.Min(left.Length, right.Length) / 3 ? (0, 0, 0) : (start, left.Length - end, right.Length - end);
    }

    static Html Checks(ReviewedAnswer answer)
    {
        var checks = answer.Cells.SelectMany(cell => cell.Grade.Checks).ToList();
        if (answer.Cells.Select(cell => cell.Grade.Note).FirstOrDefault(note => note is not null) is { } told)
            return Html.Of($"<section><h2>What grading found</h2><pre class=\"failed\">{told}</pre></section>");
        if (checks.Count == 0)
            return Html.None;
        return Html.Of($"""
            <section><h2>What grading found</h2><ul class="checks">{checks.Select(check => check.Passed
                ? Html.Of($"<li class=\"passed\">✓ <code>{check.Name}</code></li>")
                : Html.Of($"<li class=\"failed\">✗ <code>{check.Name}</code><pre>{check.Message}</pre></li>"))}</ul></section>
            """);
    }

    static Html Notes(IReadOnlyList<string> notes) => notes.Count == 0 ? Html.None : Html.Of($"<section><h2>Notes</h2><ul>{notes.Select(note => Html.Of($"<li>{note}</li>"))}</ul></section>");
}
