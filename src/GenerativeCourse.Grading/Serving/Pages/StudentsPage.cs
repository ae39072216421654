using System.Globalization;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>All submissions: a row a student, a column an exercise.</summary>
static class StudentsPage
{
    static readonly (string Key, string Name)[] Orders = [("name", "name"), ("score", "fewest points"), ("late", "latest"), ("open", "to be graded")];

    /// <summary>The page's content.</summary>
    public static Html Of(ReviewSession session, string? sort)
    {
        var all = session.Class;
        var rows = sort switch
        {
            "score" => all.Submissions.OrderBy(one => one.Score),
            "late" => all.Submissions.OrderByDescending(all.Lateness),
            "open" => all.Submissions.OrderByDescending(one => one.NeedsManualGrade),
            _ => all.Submissions.AsEnumerable(),
        };
        return Html.Of($"""
            <h1>Submissions</h1>
            <p>Ordered by {Orders.Select(order => Html.Of($"<a class=\"choice\" href=\"{Address.Of("/students", ("sort", order.Key))}\"{(order.Key == (sort ?? "name") ? new Html(" aria-current=\"true\"") : Html.None)}>{order.Name}</a> "))}
            {(all.Policy.Due is { } due ? Html.Of($"· due {Moment(due)}") : Html.None)}</p>
            <div class="wide"><table class="grid"><thead><tr><th scope="col">student</th>{all.Exercises.Select(exercise => Html.Of($"<th scope=\"col\" class=\"number\">{exercise.Id} <small>of {exercise.Points}</small></th>"))}<th scope="col" class="number">all <small>of {all.Submissions[0].Points}</small></th><th scope="col">handed in</th></tr></thead>
            <tbody>{rows.Select(one => Row(all, one))}</tbody></table></div>
            """);
    }

    static Html Row(ReviewedClass all, ScoredSubmission one) => Html.Of($"""
        <tr><th scope="row">{one.Student}</th>{all.Exercises.Select(exercise => Cell(all.Answer(one.Student, exercise), exercise, one.Student))}<td class="number"><b>{one.Score}</b>{(one.Penalty > 0 ? Html.Of($" <small>({one.Penalty} off)</small>") : Html.None)}</td><td>{(one.Timestamp is { } time ? Moment(time) : "")}{Late(all.Lateness(one))}</td></tr>

        """);

    static Html Cell(ReviewedAnswer? answer, ReviewedExercise exercise, string student) => answer is null ? Html.Of($"<td></td>") : Html.Of($"""
        <td class="number {(answer.IsOpen ? "open" : answer.Score >= exercise.Points ? "full" : answer.Score <= 0 ? "none" : "part")}"><a href="{Address.Answer(exercise.Key, student)}">{(answer.IsOpen ? Html.Of($"open") : Html.Of($"{answer.Score}"))}</a></td>
        """);

    static Html Late(TimeSpan late) => late == TimeSpan.Zero ? Html.None : Html.Of($" <span class=\"late\">{Length(late)} late</span>");

    static string Length(TimeSpan late) => late.TotalDays >= 2 ? $"{late.TotalDays:0.#} days" : late.TotalHours >= 2 ? $"{late.TotalHours:0} hours" : $"{Math.Ceiling(late.TotalMinutes)} minutes";

    static string Moment(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
