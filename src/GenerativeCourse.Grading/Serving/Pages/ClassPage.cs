namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>The class at a glance: points by exercise, what fails most, who is late.</summary>
static class ClassPage
{
    const int MostGroups = 30, BarWidth = 220, BarHeight = 90;

    /// <summary>The page's content.</summary>
    public static Html Of(ReviewSession session)
    {
        var all = session.Class;
        double[] scores = [.. all.Submissions.Select(one => one.Score).Order()];
        var open = all.Exercises.Sum(exercise => all.Answers(exercise).Count(answer => answer.IsOpen));
        var late = all.Submissions.Count(one => all.Lateness(one) > TimeSpan.Zero);
        var pairs = all.Exercises.Sum(exercise => session.Similar(exercise).Count);
        return Html.Of($"""
            <h1>The class</h1>
            <ul class="facts">
            <li><a href="/students"><b>{scores.Length}</b> submissions</a></li>
            <li><b>{scores.Average()}</b> points on average, of {all.Submissions[0].Points}</li>
            <li><b>{(scores[scores.Length / 2] + scores[(scores.Length - 1) / 2]) / 2}</b> median</li>
            <li><a href="/grade"><b>{open}</b> answers to grade by hand</a></li>
            <li><a href="/students?sort=late"><b>{late}</b> late</a></li>
            <li><a href="/similar"><b>{pairs}</b> similar pairs</a></li>
            </ul>
            {ByHand(all, session.IsBlind)}
            <section aria-labelledby="points"><h2 id="points">Points by exercise</h2>
            <div class="charts">{all.Exercises.Select(exercise => Chart(all, exercise))}{Total(all)}</div></section>
            <section aria-labelledby="failures"><h2 id="failures">What fails most</h2>{Failures(all)}</section>
            """);
    }

    static Html ByHand(ReviewedClass all, bool isBlind)
    {
        var choice = new AnswerChoice(all, "open", null, isBlind);
        var rows = all.Exercises.Where(exercise => exercise.IsManual).Select(exercise => (exercise, next: choice.InOrder(exercise).FirstOrDefault(answer => answer.IsOpen))).ToList();
        return rows.Count == 0 ? Html.None : Html.Of($"""
            <section aria-labelledby="byhand"><h2 id="byhand">To grade by hand</h2><table class="groups short"><tbody>{rows.Select(row => Html.Of($"<tr><th scope=\"row\">{row.exercise.Id} <small>of {row.exercise.Points}</small></th><td>{AnswerPage.Progress(all, row.exercise)}</td><td>{(row.next is null ? Html.Of($"done") : Html.Of($"<a href=\"{choice.Address(row.next)}\">grade {row.exercise.Id}</a>"))}</td></tr>\n"))}</tbody></table></section>
            """);
    }

    static Html Chart(ReviewedClass all, ReviewedExercise exercise)
    {
        ReviewedAnswer[] graded = [.. all.Answers(exercise).Where(answer => !answer.IsOpen)];
        var open = all.Answers(exercise).Count() - graded.Length;
        var mean = graded.Length == 0 ? 0 : graded.Average(answer => answer.Score);
        return Html.Of($"""
            <figure><figcaption><a href="{Address.Answer(exercise.Key, all.Submissions[0].Student)}">{exercise.Id}</a>{Notebook(all, exercise.Notebook)}
            <small>mean {mean} of {exercise.Points}{(open > 0 ? $", {open} open" : "")}</small></figcaption>{Histogram(graded.Select(answer => answer.Score), exercise.Points, $"points for {exercise.Id}")}</figure>
            """);
    }

    static Html Total(ReviewedClass all) => Html.Of($"""
        <figure><figcaption><strong>all together</strong> <small>after lateness, of {all.Submissions[0].Points}</small></figcaption>{Histogram(all.Submissions.Select(one => one.Score), all.Submissions[0].Points, "points in all")}</figure>
        """);

    static Html Notebook(ReviewedClass all, string name) => all.Exercises.All(exercise => exercise.Notebook == name) ? Html.None : Html.Of($" <small>{name}</small>");

    // A bar for each half of a point where there are few, for each where there are more, and eleven where there are many.
    static Html Histogram(IEnumerable<double> scores, double points, string what)
    {
        var bins = points > 14 ? 11 : (int)Math.Ceiling(points <= 5 ? 2 * points : points) + 1;
        var counts = new int[bins];
        foreach (var score in scores)
            counts[Math.Clamp((int)Math.Round(score / Math.Max(points, 1e-9) * (bins - 1)), 0, bins - 1)]++;
        var most = Math.Max(1, counts.Max());
        var width = (double)BarWidth / bins;
        var told = string.Join(", ", counts.Select((count, bin) => (count, bin)).Where(pair => pair.count > 0).Select(pair => $"{pair.count} with about {points * pair.bin / (bins - 1):0.#}"));
        return Html.Of($"""
            <svg viewBox="0 0 {BarWidth} {BarHeight + 30}" role="img" aria-label="{what}: {told}">{counts.Select((count, bin) => Bar(count, bin, most, width, bins > 8 && points <= 5 && bin % 2 == 1 ? null : points * bin / (bins - 1)))}<line x1="0" x2="{BarWidth}" y1="{BarHeight + 14}" y2="{BarHeight + 14}"/></svg>
            """);
    }

    static Html Bar(int count, int bin, int most, double width, double? points)
    {
        var height = (double)BarHeight * count / most;
        return Html.Of($"""
            <rect x="{bin * width + 1}" y="{BarHeight + 14 - height}" width="{width - 2}" height="{height}"/>{(count == 0 ? Html.None : Html.Of($"<text x=\"{(bin + 0.5) * width}\" y=\"{BarHeight + 10 - height}\">{count}</text>"))}{(points is { } label ? Html.Of($"<text class=\"axis\" x=\"{(bin + 0.5) * width}\" y=\"{BarHeight + 27}\">{Math.Round(label, 1)}</text>") : Html.None)}
            """);
    }

    static Html Failures(ReviewedClass all)
    {
        var groups = FailureGroup.Of(all);
        if (groups.Count == 0)
            return Html.Of($"<p>Nothing: every answer that a machine grades has all its points.</p>");
        return Html.Of($"""
            <table class="groups"><thead><tr><th scope="col" class="number">students</th><th scope="col">exercise</th><th scope="col">what went wrong</th></tr></thead><tbody>
            {groups.Take(MostGroups).Select(group => Html.Of($"<tr><td class=\"number\">{group.Students.Count}</td><td>{group.Exercise.Id}</td><td><details><summary>{group.What}</summary><p class=\"names\">{group.Students.Select(student => Html.Of($"<a href=\"{Address.Answer(group.Exercise.Key, student)}\">{student}</a> "))}</p></details></td></tr>\n"))}</tbody></table>
            {(groups.Count > MostGroups ? Html.Of($"<p>And {groups.Count - MostGroups} kinds more, of {groups[MostGroups].Students.Count} or fewer.</p>") : Html.None)}
            """);
    }
}
