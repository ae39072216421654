using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Submissions;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Submissions;

/// <summary>nbgrader's task cells: what is asked stands in the cell, the answer is whatever a student adds below it, and a person grades it.</summary>
public sealed class TaskTests : FolderTests
{
    static async Task<Release> Make()
    {
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Markdown("title", "# A project"));
        var task = NotebookCell.Markdown("task", "Train a model of your own, and say how well it does.\n\n=== BEGIN MARK SCHEME ===\nTwo points for a baseline.\n=== END MARK SCHEME ===");
        task.Metadata[GradedCell.Key] = new GradedCell { GradeId = "project", Task = true, Locked = true, Points = 5 }.ToJson();
        notebook.Cells.Add(task);
        notebook.Cells.Add(NotebookCell.Markdown("next", "### And in words\n\nWhat would you try next? 2 points."));
        var essay = NotebookCell.Markdown("essay", "More data.");
        essay.Metadata[GradedCell.Key] = new GradedCell { GradeId = "essay", Grade = true, Solution = true, Points = 2 }.ToJson();
        notebook.Cells.Add(essay);
        var checks = new List<CheckReport>();
        return await new ReleaseMaker(TestWorker.Options, new SessionLimits()).Make("project", [Assignment.Read(notebook, "project")], checks, TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException(string.Join('\n', checks.SelectMany(check => check.Problems)));
    }

    static async Task<GradeReport> Grade(Release release, Notebook notebook) =>
        await new Grader(new GraderOptions { Worker = TestWorker.Options }).Grade(release, new Submission("ada", new Dictionary<string, byte[]> { ["project"] = notebook.ToBytes() }), TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_stands_below_a_task_is_its_answer()
    {
        var release = await Make();
        Assert.Equal(7, release.Points);
        Assert.DoesNotContain("baseline", System.Text.Encoding.UTF8.GetString(release["project"].ToBytes()));
        var notebook = release["project"].Clone();
        var empty = await Grade(release, notebook);
        Assert.Equal([(0.0, "nothing was written below it"), (0.0, "no answer was written")], empty.Notebooks[0].Cells.Select(cell => (cell.Score!.Value, cell.Note)));
        notebook.Cells.Insert(2, NotebookCell.Code("code", "var model = 7;"));
        notebook.Cells.Insert(3, NotebookCell.Markdown("words", "It does well."));
        notebook.Cells.Add(NotebookCell.Markdown("after", "This is below the essay."));
        var report = await Grade(release, notebook);
        Assert.Equal((null, "var model = 7;\n\nIt does well.", true), (report.Notebooks[0].Cells[0].Score, report.Notebooks[0].Cells[0].Answer, report.NeedsManualGrade));
        Assert.Empty(report.Notebooks[0].Notes);
    }

    [Fact]
    public async Task A_tasks_points_stand_in_nbgraders_tables_and_what_a_person_gave_stays()
    {
        var release = await Make();
        var notebook = release["project"].Clone();
        notebook.Cells.Insert(2, NotebookCell.Markdown("words", "It does well."));
        var database = Path.Combine(Folder.FullName, "gradebook.db");
        using var gradebook = Gradebook.Open(database, release);
        gradebook.Write(await Grade(release, notebook), "f1");
        using (var table = GradebookTable.Open(database))
        {
            Assert.Equal(1L, table.One("SELECT count(*) FROM grade g JOIN task_cells t ON g.cell_id = t.id WHERE t.max_score = 5 AND g.needs_manual_grade = 1"));
            table.Run("UPDATE grade SET manual_score = 4 WHERE cell_id IN (SELECT id FROM task_cells)");
            table.Run("UPDATE comment SET manual_comment = 'a baseline is missing' WHERE cell_id IN (SELECT id FROM task_cells)");
        }
        notebook.Cells[2].Source = "It does very well.";
        gradebook.Write(await Grade(release, notebook), "f2");
        var cell = gradebook.Settle(LatePolicy.None).Single().Notebooks[0].Cells[0];
        Assert.Equal((4.0, "a baseline is missing", 4.0, 5.0), (cell.Manual, cell.Comment, cell.Score, cell.Grade.Points));
    }
}
