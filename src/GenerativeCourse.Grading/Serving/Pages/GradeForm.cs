using System.Globalization;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>The form in which a person gives points and writes a comment; it works without a script.</summary>
static class GradeForm
{
    const int MostComments = 6, MostButtons = 13;

    /// <summary>The form of one cell.</summary>
    public static Html Of(ReviewedClass all, string token, ReviewedAnswer answer, ScoredCell cell, AnswerChoice choice, ReviewedAnswer? next)
    {
        var said = all.Answers(answer.Exercise).Where(other => other.Student != answer.Student).Select(other => other.Comment).OfType<string>().GroupBy(comment => comment).OrderByDescending(group => group.Count()).Take(MostComments).Select(group => group.Key).ToList();
        return Html.Of($"""
            <form class="grade" method="post" action="/grade"><input type="hidden" name="token" value="{token}">
            <input type="hidden" name="exercise" value="{answer.Exercise.Key}"><input type="hidden" name="student" value="{choice.Key(answer.Student)}"><input type="hidden" name="cell" value="{cell.Grade.GradeId}">
            <input type="hidden" name="only" value="{choice.Only}"><input type="hidden" name="beside" value="{choice.Beside}"><input type="hidden" name="next" value="{(next is null ? "" : choice.Key(next.Student))}"><input type="hidden" name="behind" value="{next?.Exercise.Key}">
            <h2>Points <small>of {cell.Grade.Points}{(answer.Cells.Count > 1 ? $" for {cell.Grade.GradeId}" : "")}</small></h2>
            <div class="points">{Steps(cell.Grade.Points).Select(points => Html.Of($"<button name=\"pick\" value=\"{points}\"{(cell.Manual is { } given && Math.Abs(given - points) < 1e-9 ? new Html(" aria-pressed=\"true\"") : Html.None)}>{points}</button>"))}</div>
            <label>Other <input name="points" inputmode="decimal" autocomplete="off" size="5" value="{(cell.Manual is { } manual ? manual.ToString("0.####", CultureInfo.InvariantCulture) : "")}" placeholder="{(cell.Grade.Score is { } found ? found.ToString("0.##", CultureInfo.InvariantCulture) : "")}"></label>
            <small>{(cell.Grade.Score is { } auto ? Html.Of($"Grading gave {auto}; empty keeps that.") : Html.Of($"Empty leaves it open."))}</small>
            <label class="comment">Comment, for the student <textarea name="comment" rows="4" maxlength="20000">{cell.Comment}</textarea></label>
            {(said.Count == 0 ? Html.None : Html.Of($"<div class=\"said\" hidden><span>Said before:</span>{said.Select(comment => Html.Of($"<button type=\"button\" data-say=\"{comment}\">{comment}</button>"))}</div>"))}
            <div class="send"><button name="then" value="stay">Save</button> {(next is null ? Html.None : Html.Of($"<button name=\"then\" value=\"next\">Save and next</button>"))} <span class="status" role="status"></span></div></form>
            """);
    }

    // Halves where there are few points.
    static IEnumerable<double> Steps(double points)
    {
        var step = points <= 3 ? 0.5 : points <= MostButtons - 1 ? 1 : Math.Ceiling(points / (MostButtons - 1));
        for (var value = 0.0; value < points - 1e-9; value += step)
            yield return value;
        yield return points;
    }
}
