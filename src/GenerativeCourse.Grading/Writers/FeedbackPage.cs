using System.Text;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Serving;

namespace GenerativeCourse.Grading.Writers;

/// <summary>A student's page: what was earned, what failed and why, and what can be done about it, without the hidden tests. One file that works offline; nothing in it is taken for markup.</summary>
public static class FeedbackPage
{
    /// <summary>The page.</summary>
    public static byte[] Of(string assignment, ScoredSubmission submission)
    {
        FeedbackExercise[] exercises = [.. submission.Notebooks.SelectMany(notebook => notebook.Cells.GroupBy(cell => cell.Grade.Exercise).Select(cells => (notebook.Name, cells)))
            .Select((pair, i) => new FeedbackExercise(i + 1, pair.Name, pair.cells.Key, [.. pair.cells]))];
        return Encoding.UTF8.GetBytes(Html.Of($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{$"{assignment}: {submission.Student}"}</title>
            <style>
            {Style()}</style></head><body><main>
            <h1>{assignment}</h1>
            <p>{submission.Student}: <strong>{submission.Score} of {submission.Points} points</strong>{(submission.NeedsManualGrade ? ", and some are still to be given by a person" : "")}.{Late(submission)}</p>
            <p>{Summary(exercises)}</p>
            {submission.Notebooks.Select(notebook => Notebook(notebook, [.. exercises.Where(exercise => exercise.Notebook == notebook.Name)]))}</main></body></html>

            """).ToString());
    }

    static string Summary(FeedbackExercise[] exercises)
    {
        string[] lost = [.. exercises.Where(exercise => exercise.HasFailed).Select(exercise => exercise.Id)];
        return lost.Length == 0 ? exercises.Any(exercise => exercise.IsOpen) ? "Nothing that a machine grades has lost a point." : "Nothing has lost a point."
            : $"{(lost.Length == 1 ? "1 exercise has" : $"{lost.Length} exercises have")} lost points: {string.Join(", ", lost)}. Below stands for each what went wrong and what you can do.";
    }

    static Html Notebook(ScoredNotebook notebook, FeedbackExercise[] exercises) => Html.Of($"""
        <h2>{notebook.Name}</h2>
        {(notebook.Notes.Count == 0 ? Html.None : Html.Of($"<ul>{notebook.Notes.Select(note => Html.Of($"<li>{note}</li>"))}</ul>\n"))}<table><thead><tr><th scope="col">exercise</th><th scope="col" class="number">points</th><th scope="col" class="number">of</th><th scope="col">how it went</th></tr></thead><tbody>
        {exercises.Select(exercise => exercise.Row())}</tbody></table>
        {exercises.Select(exercise => exercise.Section())}
        """);

    static Html Late(ScoredSubmission submission) => submission.Penalty == 0 ? Html.None : Html.Of($" Handed in late, which cost {submission.Penalty} of {submission.Raw}.");

    static Html Style()
    {
        using var reader = new StreamReader(typeof(FeedbackPage).Assembly.GetManifestResourceStream("feedback.css")!);
        return new Html(reader.ReadToEnd());
    }
}
