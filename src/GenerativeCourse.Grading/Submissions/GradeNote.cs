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

    const string FailsWhenRun = "the answer fails when it is run: ";

    /// <summary>There is no file.</summary>
    public static string NotHandedIn(string notebook) => $"{notebook}.ipynb was not handed in";

    /// <summary>The answer cannot be run: <paramref name="failure"/> is what went wrong.</summary>
    public static string Fails(string failure) => FailsWhenRun + failure;

    /// <summary>What went wrong where the answer cannot be run; null where the note is another.</summary>
    public static string? Failure(string note) => note.StartsWith(FailsWhenRun, StringComparison.Ordinal) ? note[FailsWhenRun.Length..] : null;
}
