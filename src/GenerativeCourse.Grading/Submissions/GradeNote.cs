namespace GenerativeCourse.Grading.Submissions;

/// <summary>The usual notes of a <see cref="CellGrade"/> that earned nothing: who explains or counts them knows them by these words.</summary>
static class GradeNote
{
    /// <summary>The answer is still the stub.</summary>
    public const string NotWritten = "no answer was written";

    /// <summary>Nothing stands below a task.</summary>
    public const string NothingBelow = "nothing was written below it";

    /// <summary>The answer's cell is gone.</summary>
    public const string Deleted = "the answer was deleted";

    /// <summary>How the note begins of an answer that cannot be run; what went wrong stands behind it.</summary>
    public const string FailsWhenRun = "the answer fails when it is run: ";

    /// <summary>There is no file.</summary>
    public static string NotHandedIn(string notebook) => $"{notebook}.ipynb was not handed in";
}
