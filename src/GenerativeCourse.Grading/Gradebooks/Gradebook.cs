using System.Globalization;
using System.Text.Json;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Submissions;
using Microsoft.Data.Sqlite;

namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>nbgrader's <c>gradebook.db</c> with one assignment's grades. A student's grades are written in one transaction: a run that is killed leaves whole students or nothing of them.</summary>
public sealed class Gradebook : IDisposable
{
    const string Time = "yyyy-MM-dd HH:mm:ss.ffffff";

    readonly GradebookTable table;
    readonly string assignment;
    readonly Lock gate = new();

    Gradebook(GradebookTable table, string name)
    {
        (this.table, Name) = (table, name);
        assignment = GradebookId.Of("assignment", name);
    }

    /// <summary>The assignment's name.</summary>
    public string Name { get; }

    /// <summary>Opens or makes the file, and enters the assignment.</summary>
    /// <exception cref="AssignmentException">It is no gradebook, or holds grades of another form of this assignment.</exception>
    public static Gradebook Open(string file, Release release)
    {
        try
        {
            var gradebook = new Gradebook(GradebookTable.Open(file), release.Name);
            gradebook.table.Write(() => new AssignmentRows(gradebook.table, release).Write());
            return gradebook;
        }
        catch (SqliteException wrong)
        {
            throw Unusable(file, wrong);
        }
    }

    /// <summary>Opens a file that grading has written, without the release.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The assignment; the only one of the file without.</param>
    /// <exception cref="AssignmentException">It is no gradebook, or does not say which assignment is meant.</exception>
    public static Gradebook OpenGraded(string file, string? name = null)
    {
        if (!File.Exists(file))
            throw new AssignmentException($"there is no {file}: grade submissions into that folder first, with `course grade`");
        try
        {
            var table = GradebookTable.Open(file);
            var names = table.All("SELECT a.name FROM assignment a WHERE EXISTS (SELECT 1 FROM course_report r WHERE r.assignment_id = a.id) ORDER BY 1").Select(row => (string)row[0]!).ToList();
            name ??= names.Count == 1 ? names[0] : null;
            if (name is not null && names.Contains(name))
                return new Gradebook(table, name);
            table.Dispose();
            throw new AssignmentException(names.Count == 0 ? $"{file} holds no grades: grade submissions into that folder first, with `course grade`"
                : $"{file} holds {string.Join(", ", names)}{(name is null ? "; name one of them" : $", and no {name}")}");
        }
        catch (SqliteException wrong)
        {
            throw Unusable(file, wrong);
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
                var submission = GradebookId.Of("submission", Name, report.Student);
                table.Run("INSERT INTO submitted_assignment (id, assignment_id, student_id, timestamp) VALUES ($id, $a, $s, $t) ON CONFLICT (id) DO UPDATE SET timestamp = $t",
                    ("$id", submission), ("$a", assignment), ("$s", report.Student), ("$t", report.Timestamp?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)));
                foreach (var notebook in report.Notebooks)
                    Write(submission, report.Student, notebook);
                table.Run("DELETE FROM course_output WHERE assignment_id = $a AND student_id = $s", ("$a", assignment), ("$s", report.Student));
                foreach (var (notebook, outputs) in report.Notebooks.SelectMany(notebook => notebook.Outputs.Select(outputs => (notebook.Name, outputs))))
                    table.Run("INSERT INTO course_output VALUES ($a, $s, $n, $e, $o)", ("$a", assignment), ("$s", report.Student), ("$n", notebook), ("$e", outputs.Exercise), ("$o", JsonSerializer.Serialize(outputs)));
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
            var scored = Scored(policy);
            table.Write(() =>
            {
                table.Run("INSERT INTO course_policy VALUES ($a, $p) ON CONFLICT (assignment_id) DO UPDATE SET per_day = $p", ("$a", assignment), ("$p", policy.PerDay));
                table.Run("UPDATE assignment SET duedate = $d WHERE id = $a", ("$a", assignment), ("$d", policy.Due?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)));
                foreach (var submission in scored)
                {
                    // SQLAlchemy keeps an interval as a time after 1970.
                    table.Run("UPDATE submitted_assignment SET extension = $e WHERE id = $id", ("$id", GradebookId.Of("submission", Name, submission.Student)),
                        ("$e", policy.Extensions.TryGetValue(submission.Student, out var longer) ? (DateTime.UnixEpoch + longer).ToString(Time, CultureInfo.InvariantCulture) : null));
                    foreach (var notebook in submission.Notebooks)
                        table.Run("UPDATE submitted_notebook SET late_submission_penalty = $p WHERE id = $id", ("$id", NotebookId(submission.Student, notebook.Name)), ("$p", notebook.Penalty == 0 ? null : notebook.Penalty));
                }
            });
            return scored;
        }
    }

    /// <summary>The policy that the assignment was settled by last.</summary>
    public LatePolicy Policy()
    {
        lock (gate)
        {
            return new LatePolicy(
                Moment(table.One("SELECT duedate FROM assignment WHERE id = $a", ("$a", assignment))),
                table.One("SELECT per_day FROM course_policy WHERE assignment_id = $a", ("$a", assignment)) as double? ?? 0,
                table.All("SELECT student_id, extension FROM submitted_assignment WHERE assignment_id = $a AND extension IS NOT NULL", ("$a", assignment))
                    .ToDictionary(row => (string)row[0]!, row => Moment(row[1])!.Value - DateTimeOffset.UnixEpoch));
        }
    }

    /// <summary>What every student has, by their ids; nothing is written.</summary>
    public IReadOnlyList<ScoredSubmission> Scored(LatePolicy policy)
    {
        lock (gate)
        {
            var given = table.All("SELECT g.id, g.manual_score, g.extra_credit FROM grade g WHERE g.manual_score IS NOT NULL OR g.extra_credit IS NOT NULL").ToDictionary(row => (string)row[0]!, row => (row[1] as double?, row[2] as double? ?? 0));
            var comments = table.All("SELECT id, manual_comment FROM comment WHERE manual_comment IS NOT NULL").ToDictionary(row => (string)row[0]!, row => (string)row[1]!);
            return [.. Reports().Select(report => Score(report, policy, given, comments))];
        }
    }

    /// <summary>What an exercise's cells printed and drew, in the student's file and when it was graded; null where that was not kept.</summary>
    public AnswerOutputs? Outputs(string student, string notebook, string exercise)
    {
        lock (gate)
        {
            return table.One("SELECT outputs FROM course_output WHERE assignment_id = $a AND student_id = $s AND notebook = $n AND exercise = $e", ("$a", assignment), ("$s", student), ("$n", notebook), ("$e", exercise)) is string kept
                ? JsonSerializer.Deserialize<AnswerOutputs>(kept)
                : null;
        }
    }

    /// <summary>Enters what a person gives for a cell instead of what grading found, and writes beside its exercise; null takes either back.</summary>
    /// <exception cref="AssignmentException">The student has no such cell.</exception>
    public void Give(string student, string notebook, CellGrade cell, double? points, string? comment)
    {
        lock (gate)
        {
            table.Write(() =>
            {
                var (id, found) = (GradebookId.Of("grade", NotebookId(student, notebook), cell.GradeId), GradebookId.Of("comment", NotebookId(student, notebook), cell.Exercise));
                if (table.One("SELECT 1 FROM grade WHERE id = $id", ("$id", id)) is null)
                    throw new AssignmentException($"{student} has no {cell.GradeId} in {notebook}");
                table.Run("UPDATE grade SET manual_score = $p, needs_manual_grade = $p IS NULL AND auto_score IS NULL WHERE id = $id", ("$id", id), ("$p", points));
                table.Run("UPDATE comment SET manual_comment = $c WHERE id = $id", ("$id", found), ("$c", string.IsNullOrWhiteSpace(comment) ? null : comment));
            });
        }
    }

    /// <summary>The cells that students write in, as they were released: their notebooks, ids and texts.</summary>
    public IReadOnlyList<(string Notebook, string Id, string Source)> Stubs()
    {
        lock (gate)
            return [.. table.All("SELECT n.name, s.name, s.source FROM source_cell s JOIN notebook n ON s.notebook_id = n.id WHERE n.assignment_id = $a AND s.locked = 0 ORDER BY 1, 2", ("$a", assignment))
                .Select(row => ((string)row[0]!, (string)row[1]!, row[2] as string ?? ""))];
    }

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();

    void Write(string submission, string student, NotebookGrade notebook)
    {
        var id = NotebookId(student, notebook.Name);
        table.Run("INSERT INTO submitted_notebook (id, assignment_id, notebook_id, flagged) VALUES ($id, $s, $n, 0) ON CONFLICT (id) DO NOTHING",
            ("$id", id), ("$s", submission), ("$n", GradebookId.Of("notebook", Name, notebook.Name)));
        foreach (var cell in notebook.Cells)
        {
            table.Run(
                """
                INSERT INTO grade (id, notebook_id, cell_id, auto_score, needs_manual_grade) VALUES ($id, $n, $c, $score, $manual)
                ON CONFLICT (id) DO UPDATE SET auto_score = $score, needs_manual_grade = $manual OR manual_score IS NOT NULL
                """,
                ("$id", GradebookId.Of("grade", id, cell.GradeId)), ("$n", id), ("$c", GradebookId.Of(cell.IsTask ? "TaskCell" : "GradeCell", Name, notebook.Name, cell.GradeId)),
                ("$score", cell.Score), ("$manual", cell.NeedsManualGrade ? 1 : 0));
            table.Run("INSERT INTO comment (id, notebook_id, cell_id, auto_comment) VALUES ($id, $n, $c, $t) ON CONFLICT (id) DO UPDATE SET auto_comment = $t",
                ("$id", GradebookId.Of("comment", id, cell.Exercise)), ("$n", id), ("$c", GradebookId.Of(cell.IsTask ? "TaskCell" : "SolutionCell", Name, notebook.Name, cell.Exercise)), ("$t", cell.Note));
        }
    }

    List<GradeReport> Reports() => [.. table.All("SELECT report FROM course_report WHERE assignment_id = $a ORDER BY student_id", ("$a", assignment))
        .Select(row => JsonSerializer.Deserialize<GradeReport>((string)row[0]!)!)];

    ScoredSubmission Score(GradeReport report, LatePolicy policy, Dictionary<string, (double? Manual, double Extra)> given, Dictionary<string, string> comments) => new(report.Student, report.Timestamp,
        [.. report.Notebooks.Select(notebook =>
        {
            var id = NotebookId(report.Student, notebook.Name);
            ScoredCell[] cells = [.. notebook.Cells.Select(cell =>
            {
                var (manual, extra) = given.GetValueOrDefault(GradebookId.Of("grade", id, cell.GradeId));
                return new ScoredCell(cell, manual, extra, comments.GetValueOrDefault(GradebookId.Of("comment", id, cell.Exercise)));
            })];
            return new ScoredNotebook(notebook.Name, cells, notebook.Notes, policy.Penalty(report.Student, report.Timestamp, cells.Sum(cell => cell.Score)));
        })]);

    string NotebookId(string student, string notebook) => GradebookId.Of("submitted", Name, student, notebook);

    static DateTimeOffset? Moment(object? text) => text is string time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    static AssignmentException Unusable(string file, SqliteException wrong) => new($"{file} is no gradebook that can be used: {wrong.Message}");
}
