using System.Globalization;
using System.Text.Json;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Submissions;
using Microsoft.Data.Sqlite;

namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>nbgrader's <c>gradebook.db</c> with one assignment's grades. A student's grades are written in one transaction: a run that is killed leaves whole students or nothing of them.</summary>
public sealed class Gradebook : IDisposable
{
    const string Time = "yyyy-MM-dd HH:mm:ss.ffffff";

    readonly GradebookTable table;
    readonly Release release;
    readonly string assignment;
    readonly Lock gate = new();

    Gradebook(GradebookTable table, Release release)
    {
        (this.table, this.release) = (table, release);
        assignment = GradebookId.Of("assignment", release.Name);
    }

    /// <summary>Opens or makes the file, and enters the assignment.</summary>
    /// <exception cref="AssignmentException">It is no gradebook, or holds grades of another form of this assignment.</exception>
    public static Gradebook Open(string file, Release release)
    {
        try
        {
            var gradebook = new Gradebook(GradebookTable.Open(file), release);
            gradebook.table.Write(() => new AssignmentRows(gradebook.table, release).Write());
            return gradebook;
        }
        catch (SqliteException wrong)
        {
            throw new AssignmentException($"{file} is no gradebook that can be used: {wrong.Message}");
        }
    }

    /// <summary>The fingerprint of what a student's grades were made from; null where there are none.</summary>
    public string? Fingerprint(string student)
    {
        lock (gate)
            return table.One("SELECT fingerprint FROM course_report WHERE assignment_id = $a AND student_id = $s", ("$a", assignment), ("$s", student)) as string;
    }

    /// <summary>Enters a student's grades; what a person gave or wrote stays.</summary>
    public void Write(GradeReport report, string fingerprint)
    {
        lock (gate)
        {
            table.Write(() =>
            {
                table.Run("INSERT INTO student (id) VALUES ($s) ON CONFLICT DO NOTHING", ("$s", report.Student));
                var submission = GradebookId.Of("submission", release.Name, report.Student);
                table.Run("INSERT INTO submitted_assignment (id, assignment_id, student_id, timestamp) VALUES ($id, $a, $s, $t) ON CONFLICT (id) DO UPDATE SET timestamp = $t",
                    ("$id", submission), ("$a", assignment), ("$s", report.Student), ("$t", report.Timestamp?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)));
                foreach (var notebook in report.Notebooks)
                    Write(submission, report.Student, notebook);
                table.Run("INSERT INTO course_report VALUES ($a, $s, $f, $r) ON CONFLICT (assignment_id, student_id) DO UPDATE SET fingerprint = $f, report = $r",
                    ("$a", assignment), ("$s", report.Student), ("$f", fingerprint), ("$r", JsonSerializer.Serialize(report)));
            });
        }
    }

    /// <summary>Enters when the assignment is due, who has longer, and what lateness costs; answers what every student has, by their ids.</summary>
    public IReadOnlyList<ScoredSubmission> Settle(LatePolicy policy)
    {
        lock (gate)
        {
            var scored = Reports().Select(report => Score(report, policy)).ToList();
            table.Write(() =>
            {
                table.Run("UPDATE assignment SET duedate = $d WHERE id = $a", ("$a", assignment), ("$d", policy.Due?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)));
                foreach (var submission in scored)
                {
                    // SQLAlchemy keeps an interval as a time after 1970.
                    table.Run("UPDATE submitted_assignment SET extension = $e WHERE id = $id", ("$id", GradebookId.Of("submission", release.Name, submission.Student)),
                        ("$e", policy.Extensions.TryGetValue(submission.Student, out var longer) ? (DateTime.UnixEpoch + longer).ToString(Time, CultureInfo.InvariantCulture) : null));
                    foreach (var notebook in submission.Notebooks)
                        table.Run("UPDATE submitted_notebook SET late_submission_penalty = $p WHERE id = $id", ("$id", NotebookId(submission.Student, notebook.Name)), ("$p", notebook.Penalty == 0 ? null : notebook.Penalty));
                }
            });
            return scored;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();

    void Write(string submission, string student, NotebookGrade notebook)
    {
        var id = NotebookId(student, notebook.Name);
        table.Run("INSERT INTO submitted_notebook (id, assignment_id, notebook_id, flagged) VALUES ($id, $s, $n, 0) ON CONFLICT (id) DO NOTHING",
            ("$id", id), ("$s", submission), ("$n", GradebookId.Of("notebook", release.Name, notebook.Name)));
        foreach (var cell in notebook.Cells)
        {
            table.Run(
                """
                INSERT INTO grade (id, notebook_id, cell_id, auto_score, needs_manual_grade) VALUES ($id, $n, $c, $score, $manual)
                ON CONFLICT (id) DO UPDATE SET auto_score = $score, needs_manual_grade = $manual OR manual_score IS NOT NULL
                """,
                ("$id", GradebookId.Of("grade", id, cell.GradeId)), ("$n", id), ("$c", GradebookId.Of("GradeCell", release.Name, notebook.Name, cell.GradeId)),
                ("$score", cell.Score), ("$manual", cell.NeedsManualGrade ? 1 : 0));
            table.Run("INSERT INTO comment (id, notebook_id, cell_id, auto_comment) VALUES ($id, $n, $c, $t) ON CONFLICT (id) DO UPDATE SET auto_comment = $t",
                ("$id", GradebookId.Of("comment", id, cell.Exercise)), ("$n", id), ("$c", GradebookId.Of("SolutionCell", release.Name, notebook.Name, cell.Exercise)), ("$t", cell.Note));
        }
    }

    List<GradeReport> Reports() => [.. table.All("SELECT report FROM course_report WHERE assignment_id = $a ORDER BY student_id", ("$a", assignment))
        .Select(row => JsonSerializer.Deserialize<GradeReport>((string)row[0]!)!)];

    ScoredSubmission Score(GradeReport report, LatePolicy policy) => new(report.Student, report.Timestamp,
        [.. report.Notebooks.Select(notebook =>
        {
            ScoredCell[] cells = [.. notebook.Cells.Select(cell => Score(NotebookId(report.Student, notebook.Name), cell))];
            return new ScoredNotebook(notebook.Name, cells, notebook.Notes, policy.Penalty(report.Student, report.Timestamp, cells.Sum(cell => cell.Score)));
        })]);

    ScoredCell Score(string notebook, CellGrade cell)
    {
        var grade = table.All("SELECT manual_score, extra_credit FROM grade WHERE id = $id", ("$id", GradebookId.Of("grade", notebook, cell.GradeId))).FirstOrDefault();
        var comment = table.One("SELECT manual_comment FROM comment WHERE id = $id", ("$id", GradebookId.Of("comment", notebook, cell.Exercise))) as string;
        return new ScoredCell(cell, grade?[0] as double?, grade?[1] as double? ?? 0, comment);
    }

    string NotebookId(string student, string notebook) => GradebookId.Of("submitted", release.Name, student, notebook);
}
