using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Export;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Packing;

/// <summary>The instructor's notes: times, misconceptions, solutions, wrong answers and why, and questions to ask in person. Nothing of it is for students.</summary>
public static partial class NotesDocument
{
    /// <summary>The notes of some lectures as Markdown.</summary>
    /// <exception cref="AssignmentException">An exercise's notes cannot be read.</exception>
    public static string Markdown(IReadOnlyList<Assignment> assignments)
    {
        var text = new StringBuilder();
        text.Append($"# Instructor's notes: {string.Join(", ", assignments.Select(TitleOf))}\n\n");
        text.Append("> **Not for students.** These pages hold solutions, the wrong answers that the tests look for, and the answers to oral questions. A policy on help by AI, to adapt, is in `ai-policy.md` beside them; the questions to ask in person are how it is kept.\n\n");
        foreach (var assignment in assignments)
            Write(text, assignment);
        return text.ToString();
    }

    /// <summary>Markdown as one page of HTML that works offline and prints.</summary>
    public static byte[] Html(string markdown)
    {
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Markdown("notes", markdown));
        return Encoding.UTF8.GetBytes(HtmlExport.Write(notebook, new HtmlExportOptions { Title = "Instructor's notes" }).Html);
    }

    /// <summary>What a lecture is called: its first heading, else its file's name.</summary>
    public static string TitleOf(Assignment assignment) =>
        assignment.Notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown && cell.Source.StartsWith("# ", StringComparison.Ordinal))?.Source.Split('\n')[0][2..].Trim() ?? assignment.Name;

    static void Write(StringBuilder text, Assignment assignment)
    {
        ExerciseNotes[] notes = [.. assignment.Exercises.Select(ExerciseNotes.Of)];
        text.Append($"## {TitleOf(assignment)}: time\n\n");
        var sections = LectureSection.Of(assignment.Notebook);
        text.Append("| section | minutes |\n|---|--:|\n");
        foreach (var section in sections)
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(section.Title)} | {Math.Ceiling(section.Minutes):0} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| **all, without exercises** | **{sections.Where(section => !IsExercises(section)).Sum(section => Math.Ceiling(section.Minutes)):0}** |\n\n");
        text.Append("A rule of thumb: 130 words a minute, ten lines of code a minute, half a minute for a cell that shows something. Questions come on top. The exercises, as a typical learner needs for them:\n\n");
        text.Append("| exercise | points | minutes |\n|---|--:|--:|\n");
        foreach (var one in notes)
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(one.Title)} | {one.Exercise.Points:0.##} | {(one.Minutes is { } minutes ? minutes.ToString("0.##", CultureInfo.InvariantCulture) : "not said")} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| **all** | **{assignment.Points:0.##}** | **{notes.Sum(one => one.Minutes ?? 0):0.##}** |\n\n");
        if (notes.Any(one => one.Exercise.WrongAnswers.Count > 0))
        {
            text.Append("### Misconceptions to listen for\n\n");
            foreach (var one in notes)
                foreach (var wrong in one.Exercise.WrongAnswers)
                    text.Append($"- {wrong.Why} *({Inline(wrong.Name)}, in {Inline(one.Title)})*\n");
            text.Append('\n');
        }
        foreach (var (number, one) in notes.Index())
            Write(text, number + 1, one);
    }

    static void Write(StringBuilder text, int number, ExerciseNotes notes)
    {
        var exercise = notes.Exercise;
        text.Append(CultureInfo.InvariantCulture, $"## Exercise {number}: {notes.Title} ({exercise.Points:0.##} {(exercise.Points == 1 ? "point" : "points")}{(notes.Minutes is { } minutes ? $", {minutes.ToString("0.##", CultureInfo.InvariantCulture)} minutes" : "")})\n\n");
        if (AnyHeading().Replace(notes.Task, "**$1**").Trim() is { Length: > 0 } task)
            text.Append($"{task}\n\n");
        text.Append(exercise.IsManual ? "#### A model answer\n\n" : "#### Solution\n\n");
        text.Append(exercise.Answer.Kind == CellKind.Markdown ? $"{MarkedRegion.MarkScheme.WithoutMarks(AnyHeading().Replace(exercise.Solution, "**$1**"), "*Mark scheme:*").Trim()}\n\n" : Code(MarkedRegion.Solution.WithoutMarks(exercise.Solution)));
        foreach (var wrong in exercise.WrongAnswers)
            text.Append($"#### Wrong: {wrong.Name}\n\n{wrong.Why}\n\n{Code(wrong.Source)}");
        if (exercise.Tests.Count > 0)
            text.Append("#### What is tested\n\n| asked | what a learner is told | students see it |\n|---|---|---|\n");
        foreach (var check in exercise.Tests.SelectMany(test => test.Checks))
            text.Append($"| {Cell(Inline(check.Asked, '`'))} | {Cell(check.Hint)} | {(check.IsHidden ? "no" : "yes")} |\n");
        if (exercise.Tests.Count > 0)
            text.Append(exercise.Tests.All(test => test.Partial) ? "\nEach check that passes earns its share of the points.\n\n" : "\nThe points are given when all of them pass.\n\n");
        if (notes.Questions.Count > 0)
            text.Append("#### To ask in person\n\n");
        foreach (var question in notes.Questions)
            text.Append($"**{question.Question}**\n\n{question.Answer}\n\n");
    }

    static bool IsExercises(LectureSection section) => section.Title.StartsWith("Exercise", StringComparison.OrdinalIgnoreCase) || section.Title.EndsWith("exercises", StringComparison.OrdinalIgnoreCase);

    // A fence longer than any within.
    static string Code(string source)
    {
        var fence = "```";
        while (source.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}csharp\n{source.Trim('\n')}\n{fence}\n\n";
    }

    static string Cell(string text) => Inline(text).Replace("|", "\\|", StringComparison.Ordinal);

    // As code, between marks longer than any within.
    static string Inline(string code, char mark)
    {
        var fence = mark.ToString();
        while (code.Contains(fence, StringComparison.Ordinal))
            fence += mark;
        return $"{fence}{Inline(code)}{fence}";
    }

    static string Inline(string text) => text.Replace('\n', ' ');

    [GeneratedRegex(@"^#+ +(.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex AnyHeading();
}
