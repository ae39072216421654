using System.Globalization;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Writers;

/// <summary>Grades as columns: <c>grades.csv</c> as nbgrader exports it, and what Canvas and Moodle import.</summary>
public static class GradesCsv
{
    const string Time = "yyyy-MM-dd HH:mm:ss.ffffff";

    /// <summary>nbgrader's columns.</summary>
    public static byte[] ForNbgrader(string assignment, DateTimeOffset? due, IEnumerable<ScoredSubmission> submissions) => CsvText.Of(
    [
        ["assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score", "late_submission_penalty", "score", "max_score"],
        .. submissions.Select(one => (IEnumerable<string?>)
        [
            assignment, Moment(due), Moment(one.Timestamp), one.Student, "", "", "",
            PythonFloat.Repr(one.Raw), PythonFloat.Repr(one.Penalty), PythonFloat.Repr(one.Score), PythonFloat.Repr(one.Points),
        ]),
    ]);

    /// <summary>Canvas's import: a student is found by the login.</summary>
    public static byte[] ForCanvas(string assignment, IReadOnlyList<ScoredSubmission> submissions) => CsvText.Of(
    [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment],
        ["    Points Possible", "", "", "", "", Number(submissions.Count > 0 ? submissions[0].Points : 0)],
        .. submissions.Select(one => (IEnumerable<string?>)[one.Student, "", "", one.Student, "", Number(one.Score)]),
    ]);

    /// <summary>Moodle's import: a student is found by the user name.</summary>
    public static byte[] ForMoodle(string assignment, IEnumerable<ScoredSubmission> submissions) => CsvText.Of(
    [
        ["username", assignment, "feedback"],
        .. submissions.Select(one => (IEnumerable<string?>)[one.Student, Number(one.Score), string.Join("; ", one.Notebooks.SelectMany(notebook => notebook.Cells).Where(cell => cell.Comment is not null).Select(cell => $"{cell.Grade.Exercise}: {cell.Comment}"))]),
    ]);

    static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    static string Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture) ?? "";
}
