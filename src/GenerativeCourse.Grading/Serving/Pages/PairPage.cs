namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>Two answers side by side with the passages that they share.</summary>
static class PairPage
{
    const int Colours = 6;

    /// <summary>The page's content.</summary>
    public static Html Of(ReviewedAnswer first, ReviewedAnswer second)
    {
        var passages = ReviewSession.Passages(first, second);
        return Html.Of($"""
            <h1>{first.Exercise.Id}: {first.Student} and {second.Student}</h1>
            <p>{(passages.Count == 1 ? "1 passage is" : $"{passages.Count} passages are")} the same but for names and layout, marked with equal numbers. <a href="{Address.Answer(first.Exercise.Key, first.Student, beside: $"student:{second.Student}")}">Show what differs, line by line</a></p>
            <div class="pair">
            <section><h2><a href="{Address.Answer(first.Exercise.Key, first.Student)}">{first.Student}</a> <small>{first.Score} of {first.Exercise.Points}</small></h2><pre>{Marked(first.Text ?? "", [.. passages.Select((passage, i) => (passage.FirstStart, passage.FirstEnd, i + 1))])}</pre></section>
            <section><h2><a href="{Address.Answer(second.Exercise.Key, second.Student)}">{second.Student}</a> <small>{second.Score} of {second.Exercise.Points}</small></h2><pre>{Marked(second.Text ?? "", [.. passages.Select((passage, i) => (passage.SecondStart, passage.SecondEnd, i + 1))])}</pre></section>
            </div>
            {Questions(first.Exercise)}
            """);
    }

    /// <summary>What to ask whoever has written an answer.</summary>
    public static Html Questions(ReviewedExercise exercise) => exercise.Lecture is not { Questions.Count: > 0 } lecture ? Html.None : Html.Of($"""
        <details class="task"><summary>To ask in person</summary><dl>{lecture.Questions.Select(question => Html.Of($"<dt>{Prose.Of(question.Question, 2)}</dt><dd>{Prose.Of(question.Answer, 2)}</dd>"))}</dl></details>
        """);

    static Html Marked(string text, IReadOnlyList<(int Start, int End, int Number)> marks)
    {
        var pieces = new List<Html>();
        var at = 0;
        foreach (var (start, end, number) in marks.OrderBy(mark => mark.Start))
        {
            pieces.Add(Html.Of($"{text[at..start]}<mark class=\"p{(number - 1) % Colours}\"><b>{number}</b>{text[start..end]}</mark>"));
            at = end;
        }
        return Html.Of($"{pieces}{text[at..]}");
    }
}
