using System.Globalization;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>All submissions: a row a student, a column an exercise.</summary>
static class StudentsPage
{
    static readonly (string Key, string Name)[] Orders = [("name", "name"), ("score", "fewest points"), ("late", "latest"), ("open", "to be graded")];

    static readonly (string Key, string Name)[] Kinds = [("all", "all"), ("open", "to be graded"), ("late", "late"), ("missing", "not handed in")];

    /// <summary>The page's content.</summary>
    public static Html Of(ReviewSession session, string? sort, string? find, string? only)
    {
        var all = session.Class;
        var rows = all.Submissions.Where(one => find is null || one.Student.Contains(find, StringComparison.CurrentCultureIgnoreCase)).Where(one => only switch
        {
            "open" => one.NeedsManualGrade,
            "late" => all.Lateness(one) > TimeSpan.Zero,
            "missing" => one.Notebooks.All(notebook => notebook.Cells.All(cell => cell.Grade.Answer is null)),
            _ => true,
        });
        rows = sort switch
        {
            "score" => rows.OrderBy(one => one.Score),
            "late" => rows.OrderByDescending(all.Lateness),
            "open" => rows.OrderByDescending(one => one.NeedsManualGrade),
            _ when all.Exercise(sort) is { } exercise => rows.OrderBy(one => all.Answer(one.Student, exercise) is { IsOpen: false } answer ? answer.Score : -1),
            _ => rows,
        };
        var shown = rows.ToList();
        return Html.Of($"""
            <h1>Submissions</h1>
            <form class="choose" method="get" action="/students"><label>Find <input name="find" type="search" value="{find}" autocomplete="off" placeholder="part of a name"></label>
            <label>Show <select name="only">{Kinds.Select(kind => SelectOption.Of(kind.Key, kind.Name, only ?? "all"))}</select></label>
            {(sort is null ? Html.None : Html.Of($"<input type=\"hidden\" name=\"sort\" value=\"{sort}\">"))}<button>Show</button> <span id="found" role="status">{shown.Count} of {all.Submissions.Count}</span>{(all.Policy.Due is { } due ? Html.Of($" <span>· due {Moment(due)}</span>") : Html.None)}</form>
            <p>Ordered by {Orders.Select(order => Html.Of($"<a class=\"choice\" href=\"{Sorted(order.Key)}\"{(order.Key == (sort ?? "name") ? new Html(" aria-current=\"true\"") : Html.None)}>{order.Name}</a> "))}or by an exercise: choose its name.</p>
            <div class="wide" tabindex="0" role="region" aria-label="Submissions, a row a student"><table class="grid"><thead><tr><th scope="col">student</th>{all.Exercises.Select(exercise => Html.Of($"<th scope=\"col\" class=\"number\"{(sort == exercise.Key ? new Html(" aria-sort=\"ascending\"") : Html.None)}><a href=\"{Sorted(exercise.Key)}\">{exercise.Id}</a> <small>of {exercise.Points}</small></th>"))}<th scope="col" class="number">all <small>of {all.Submissions[0].Points}</small></th><th scope="col">handed in</th></tr></thead>
            <tbody>{shown.Select(one => Row(all, one))}</tbody></table></div>
            """);

        string Sorted(string key) => Address.Of("/students", ("sort", key), ("find", find), ("only", only));
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
