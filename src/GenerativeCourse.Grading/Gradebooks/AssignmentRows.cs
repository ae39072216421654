using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>Enters a release into a gradebook: its notebooks and their cells.</summary>
sealed class AssignmentRows(GradebookTable table, Release release)
{
    const string Revision = "e43177bfe90b";
    const string Course = "generative-course";

    readonly string assignment = GradebookId.Of("assignment", release.Name);

    /// <summary>Writes the rows that are not there yet.</summary>
    /// <exception cref="AssignmentException">The gradebook holds grades for other cells of this assignment, whose points could not be compared with new ones.</exception>
    public void Write()
    {
        table.Run("INSERT INTO alembic_version VALUES ($v) ON CONFLICT DO NOTHING", ("$v", Revision));
        table.Run("INSERT INTO course VALUES ($c) ON CONFLICT DO NOTHING", ("$c", Course));
        table.Run("INSERT INTO assignment (id, name, course_id) VALUES ($a, $n, $c) ON CONFLICT DO NOTHING", ("$a", assignment), ("$n", release.Name), ("$c", Course));
        RefuseOtherCells();
        foreach (var notebook in release.Key.Notebooks)
            Write(notebook, release[notebook.Name]);
    }

    void RefuseOtherCells()
    {
        var known = table.All("SELECT n.name, b.name FROM base_cell b JOIN notebook n ON b.notebook_id = n.id WHERE n.assignment_id = $a AND b.type IN ('GradeCell', 'TaskCell')", ("$a", assignment))
            .Select(row => $"{row[0]}/{row[1]}").ToHashSet();
        var mine = release.Key.Notebooks.SelectMany(notebook => Graded(notebook).Select(cell => $"{notebook.Name}/{cell.Id}")).ToHashSet();
        if (known.Count > 0 && !known.SetEquals(mine) && table.One("SELECT 1 FROM submitted_assignment WHERE assignment_id = $a LIMIT 1", ("$a", assignment)) is not null)
            throw new AssignmentException($"the gradebook holds grades of {release.Name} with other cells ({string.Join(", ", known.Except(mine).Concat(mine.Except(known)).Order(StringComparer.Ordinal))}): grade the new release into another folder");
    }

    static IEnumerable<(string Id, double Points)> Graded(KeyNotebook notebook) => notebook.Exercises.SelectMany(exercise =>
        exercise.Tests.Select(test => (test.GradeId, test.Points)).Concat(exercise.ManualPoints > 0 ? [(exercise.Id, exercise.ManualPoints)] : []));

    void Write(KeyNotebook key, Notebook notebook)
    {
        var id = GradebookId.Of("notebook", release.Name, key.Name);
        table.Run("INSERT INTO notebook VALUES ($id, $n, $a, $k) ON CONFLICT (id) DO UPDATE SET kernelspec = $k",
            ("$id", id), ("$n", key.Name), ("$a", assignment), ("$k", notebook.Metadata["kernelspec"]?.ToJsonString() ?? "{}"));
        foreach (var cell in notebook.Cells)
        {
            if (GradedCell.Read(cell) is not { } marks)
                continue;
            var kind = (string)cell.Node["cell_type"]!;
            if (marks.Grade)
            {
                Cell(id, key.Name, marks.GradeId, "GradeCell");
                table.Run("INSERT INTO grade_cells VALUES ($id, $p, $k) ON CONFLICT (id) DO UPDATE SET max_score = $p", ("$id", CellId("GradeCell", key.Name, marks.GradeId)), ("$p", marks.Points), ("$k", kind));
            }
            if (marks.Solution)
            {
                Cell(id, key.Name, marks.GradeId, "SolutionCell");
                table.Run("INSERT INTO solution_cells VALUES ($id) ON CONFLICT DO NOTHING", ("$id", CellId("SolutionCell", key.Name, marks.GradeId)));
            }
            if (marks.Task)
            {
                Cell(id, key.Name, marks.GradeId, "TaskCell");
                table.Run("INSERT INTO task_cells VALUES ($id, $p, $k) ON CONFLICT (id) DO UPDATE SET max_score = $p", ("$id", CellId("TaskCell", key.Name, marks.GradeId)), ("$p", marks.Points), ("$k", kind));
            }
            table.Run("INSERT INTO source_cell VALUES ($id, $n, $k, $l, $s, $c, $nb) ON CONFLICT (id) DO UPDATE SET locked = $l, source = $s, checksum = $c",
                ("$id", GradebookId.Of("source", release.Name, key.Name, marks.GradeId)), ("$n", marks.GradeId), ("$k", kind), ("$l", marks.IsLocked ? 1 : 0), ("$s", cell.Source), ("$c", marks.Checksum), ("$nb", id));
        }
    }

    void Cell(string notebook, string notebookName, string name, string type) => table.Run("INSERT INTO base_cell VALUES ($id, $n, $nb, $t) ON CONFLICT DO NOTHING",
        ("$id", CellId(type, notebookName, name)), ("$n", name), ("$nb", notebook), ("$t", type));

    string CellId(string type, string notebook, string name) => GradebookId.Of(type, release.Name, notebook, name);
}
