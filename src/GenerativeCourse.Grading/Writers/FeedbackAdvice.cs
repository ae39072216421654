using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Writers;

/// <summary>What a student can do about points that were lost, in words of ours: nothing of a hidden test is in it.</summary>
static class FeedbackAdvice
{
    /// <summary>The advice; null where a person has taken the points and a comment says why.</summary>
    public static string? For(string exercise, string notebook, IReadOnlyList<CellGrade> lost)
    {
        var notes = lost.Select(cell => cell.Note).OfType<string>().ToList();
        if (notes.Count > 0)
            return OfNote(exercise, notebook, notes[0]);
        var failed = lost.SelectMany(cell => cell.Checks).Where(check => !check.Passed).ToList();
        if (failed.Any(check => !check.IsHidden))
            return $"the failed test stands in your notebook, too: run its cell below your answer, or `course check {notebook}.ipynb`, and change the answer until it passes.";
        return failed.Count == 0 ? null
            : "your answer passes the tests that you can see, so it is right for their inputs only. Call it yourself with others, say of another shape, with a zero, a negative number or a single row, and compare with what you work out by hand; look for numbers of the example that stand in your code.";
    }

    static string OfNote(string exercise, string notebook, string note) => note switch
    {
        _ when note == GradeNote.NotHandedIn(notebook) => $"hand in {notebook}.ipynb under that name; if you did, ask who grades where it went.",
        GradeNote.NotWritten or GradeNote.NothingBelow => $"the cell {exercise} was as you got it. If you have written an answer, the file that you handed in is not the one that you saved: save the notebook, close and open it to see that the answer is there, and hand in that file.",
        GradeNote.Deleted => $"the cell {exercise} is not in the file that you handed in. Copy it from the notebook as you got it, and write the answer there; a new cell does not count as its answer.",
        _ when Limit(GradeNote.Failure(note) ?? note) is { } limit => limit,
        _ when GradeNote.Failure(note) is not null => "it was run in a fresh session, from the first cell on. Restart the kernel, run all cells in their order, and mend the first error: what only an earlier run had declared is not there.",
        _ => $"open {notebook}.ipynb, restart the kernel and run all cells in their order; `course check {notebook}.ipynb` says what is missing before you hand in.",
    };

    // Only the beginning is ours: what follows may be words of the student's code.
    static string? Limit(string why)
    {
        bool Begins(params string[] words) => words.Any(word => why.StartsWith(word, StringComparison.Ordinal));
        return Begins("it did not end in its time", "it took too long") ? "look for a loop that does not end, and for loops over single numbers where a tensor's operation does all at once; try it on small inputs first."
            : Begins("it used more than", "it used too much memory", "There was no memory left", "The system ended the process") ? "look for a list or tensor that grows in a loop, and for shapes that broadcast to something far larger than you mean."
            : Begins("it printed") ? "take out what you printed to look for errors."
            : Begins("it ended its process", "the process", "The stack overflowed", "The code ended its process", "The runtime ended the process", "Native code ended the process") ? "it ended the program that ran it: look for a method that calls itself without end, and for Environment.Exit."
            : null;
    }
}
