namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>Answers that are nearly the same, for a person to judge.</summary>
static class SimilarPage
{
    const int MostPairs = 60;

    /// <summary>The page's content.</summary>
    public static Html Of(ReviewSession session) => Html.Of($"""
        <h1>Similar answers</h1>
        <p class="prose">Pairs of answers that share more than the task explains, whatever was done to names, layout, comments and order. What the stub has, and what many of the class have, does not count.
        This is a reason to look and to ask, and no proof: people learn together, and short code has few forms. It changes no mark.</p>
        {session.Class.Exercises.Select(exercise => Section(session, exercise))}{Without([.. session.Class.Exercises.Where(exercise => session.Similar(exercise).Count == 0).Select(exercise => exercise.Id)])}
        """);

    static Html Without(IReadOnlyList<string> exercises) => exercises.Count == 0 ? Html.None : Html.Of($"<p>No pair in {string.Join(", ", exercises)}.</p>");

    static Html Section(ReviewSession session, ReviewedExercise exercise)
    {
        var pairs = session.Similar(exercise);
        if (pairs.Count == 0)
            return Html.None;
        return Html.Of($"""
            <section><h2>{exercise.Id}</h2><table class="groups"><thead><tr><th scope="col">students</th><th scope="col" class="number">shared</th><th scope="col" class="number">fingerprints</th><th scope="col">how far</th></tr></thead><tbody>
            {pairs.Take(MostPairs).Select(pair => Html.Of($"<tr><td><a href=\"{Address.Of("/pair", ("exercise", exercise.Key), ("first", pair.First), ("second", pair.Second))}\">{pair.First} and {pair.Second}</a></td><td class=\"number\">{Math.Round(100 * pair.Share)} %</td><td class=\"number\">{pair.Shared}</td><td>{(pair.IsSame ? "the same but for names and layout" : "in part")}</td></tr>\n"))}</tbody></table>
            {(pairs.Count > MostPairs ? Html.Of($"<p>And {pairs.Count - MostPairs} pairs more.</p>") : Html.None)}</section>
            """);
    }
}
