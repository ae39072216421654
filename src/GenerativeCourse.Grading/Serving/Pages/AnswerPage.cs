namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>One answer, beside the solution or another's, with what its checks found and a form for points and a comment.</summary>
static class AnswerPage
{
    /// <summary>The page's content.</summary>
    public static Html Of(ReviewSession session, string token, ReviewedAnswer answer, AnswerChoice choice)
    {
        var all = choice.Class;
        var exercise = answer.Exercise;
        var chosen = choice.InOrder(exercise).Where(choice.Takes).ToList();
        var (before, behind) = choice.Neighbours(answer);
        var open = choice.NextOpen(answer);
        return Html.Of($"""
            <div class="bar">
            <h1>{choice.Name(answer.Student)} <small>{exercise.Id}, {answer.Score} of {exercise.Points}{(answer.IsOpen ? ", to be graded" : "")}</small></h1>
            {(exercise.IsManual ? Progress(all, exercise) : Html.None)}
            <nav aria-label="Answers">{Step(choice, before, "prev", "k", "Previous")}<span>{Place(chosen, answer)}</span>{Step(choice, behind, "next", "j", "Next")}{(open is null ? Html.None : Step(choice with { Only = "open" }, open, "open", "u", open.Exercise == exercise ? "Next to grade" : $"To grade in {open.Exercise.Id}"))}</nav>
            </div>
            <div class="choose"><form method="get" action="/answer"><input type="hidden" name="student" value="{choice.Key(answer.Student)}">
            <label>Exercise <select name="exercise">{all.Exercises.Select(other => SelectOption.Of(other.Key, other.Id, exercise.Key))}</select></label>
            <label>Answers <select name="only">{AnswerChoice.Kinds.Select(kind => SelectOption.Of(kind.Key, kind.Name, choice.Only ?? "all"))}</select></label>
            <label>Beside <select name="beside">{SelectOption.Of("solution", "the solution", choice.Beside ?? "solution")}{SelectOption.Of("stub", "the stub", choice.Beside ?? "")}{(choice.IsBlind ? [] : all.Submissions.Where(one => one.Student != answer.Student).Select(one => SelectOption.Of($"student:{one.Student}", one.Student, choice.Beside ?? "")))}</select></label>
            <button>Show</button></form>
            <form method="post" action="/blind"><input type="hidden" name="token" value="{token}"><input type="hidden" name="exercise" value="{exercise.Key}"><input type="hidden" name="student" value="{choice.Key(answer.Student)}"><input type="hidden" name="only" value="{choice.Only}">
            <button id="blind" name="blind" value="{(choice.IsBlind ? "off" : "on")}">{(choice.IsBlind ? "Show names" : "Hide names")}</button></form></div>
            {Task(exercise)}
            <div class="work"><div class="texts">{Texts(session, answer, choice)}{Outputs(session, answer, choice)}{PairPage.Questions(exercise)}</div>
            <aside aria-label="Points and findings">{answer.Cells.Select(cell => GradeForm.Of(all, token, answer, cell, choice, behind ?? open))}{Checks(answer)}{Notes(all.Notes(answer.Student, exercise.Notebook))}</aside></div>
            <p class="keys"><label><input type="checkbox" id="keys" checked> Keys</label> <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>u</kbd> next to grade, <kbd>0</kbd> to <kbd>9</kbd> points, <kbd>p</kbd> other points, <kbd>c</kbd> comment, <kbd>Esc</kbd> out of a field, <kbd>Ctrl</kbd>+<kbd>Enter</kbd> save and next</p>
            """);
    }

    /// <summary>How many answers to an exercise have their points.</summary>
    public static Html Progress(ReviewedClass all, ReviewedExercise exercise)
    {
        var (of, done) = (all.Answers(exercise).Count(), all.Answers(exercise).Count(answer => !answer.IsOpen));
        return Html.Of($"<span class=\"progress\"><progress max=\"{of}\" value=\"{done}\" aria-label=\"answers to {exercise.Id} that are graded\"></progress> <span>{done} of {of} graded</span></span>");
    }

    static Html Step(AnswerChoice choice, ReviewedAnswer? to, string rel, string key, string name) => to is null
        ? Html.Of($"<span class=\"off\">{name}</span>")
        : Html.Of($"<a rel=\"{rel}\" href=\"{choice.Address(to)}\">{name} <kbd>{key}</kbd></a>");

    static string Place(List<ReviewedAnswer> chosen, ReviewedAnswer answer) =>
        chosen.FindIndex(other => other.Student == answer.Student) is >= 0 and var at ? $"{at + 1} of {chosen.Count}" : $"{chosen.Count} of these";

    static Html Task(ReviewedExercise exercise) => exercise.Lecture is { Task.Length: > 0 } lecture ? Html.Of($"<details class=\"task\"><summary>The task</summary>{Prose.Of(lecture.Task, 1)}</details>") : Html.None;

    static Html Texts(ReviewSession session, ReviewedAnswer answer, AnswerChoice choice)
    {
        var (name, text) = choice switch
        {
            { Other: { } other } => (other, choice.Class.Answer(other, answer.Exercise)?.Text ?? ""),
            { Beside: "stub" } => ("the stub", answer.Exercise.Stub),
            _ when answer.Exercise.Lecture is { } lecture => ("the solution", lecture.Solution),
            _ => ("the stub (the lecture is not known here: name it with --lectures)", answer.Exercise.Stub),
        };
        if (answer.Text is null)
            return Html.Of($"<p class=\"open\">There is no answer: {answer.Cells[0].Grade.Note ?? "nothing was handed in"}.</p>");
        // Prose is read, not compared.
        if (answer.Exercise.IsProse && choice.Other is null)
            return Html.Of($"""
                <div class="pair"><section><h2>{choice.Name(answer.Student)} <small>{Words(answer.Text)}</small></h2>{Prose.Of(answer.Text, 2, session.Outputs(answer)?.Attachments)}<details class="written"><summary>As it was written</summary><pre>{answer.Text}</pre></details></section>
                <section class="quiet"><h2>{name}</h2>{Prose.Of(text, 2)}</section></div>
                """);
        return DiffTable.Of(choice.Name(answer.Student), answer.Text, name, text, answer.Exercise.IsProse);
    }

    static string Words(string text)
    {
        var count = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return count == 1 ? "1 word" : $"{count} words";
    }

    static Html Outputs(ReviewSession session, ReviewedAnswer answer, AnswerChoice choice) =>
        Html.Of($"{OutputsView.Of(session.Outputs(answer))}{(choice.Other is { } other && choice.Class.Answer(other, answer.Exercise) is { } second ? OutputsView.Of(session.Outputs(second), other) : Html.None)}");

    static Html Checks(ReviewedAnswer answer)
    {
        var checks = answer.Cells.SelectMany(cell => cell.Grade.Checks).ToList();
        if (answer.Cells.Select(cell => cell.Grade.Note).OfType<string>().FirstOrDefault() is { } told)
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
