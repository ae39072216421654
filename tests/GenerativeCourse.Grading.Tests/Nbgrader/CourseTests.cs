using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Tests.Class;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Nbgrader;

/// <summary>
/// nbgrader's commands on our source, release and gradebook, with the settings that we ship and the kernel that <c>course kernel install</c> has installed.
/// Not part of a run: <c>COURSE_NBGRADER=CHECKOUT GenerativeCourse.Grading.Tests -explicit only</c>.
/// </summary>
public sealed class CourseTests : FolderTests
{
    string At(params string[] parts) => Path.Combine([Folder.FullName, .. parts]);

    [Fact(Explicit = true)]
    public void Nbgrader_releases_validates_and_grades_our_assignment()
    {
        File.Copy(NbgraderPeer.Config, At("nbgrader_config.py"));
        Directory.CreateDirectory(At("source", Classroom.Name));
        File.Copy(Classroom.Source, At("source", Classroom.Name, $"{Classroom.Name}.ipynb"));
        NbgraderPeer.Run(Folder.FullName, ["run", "generate_assignment", Classroom.Name]);

        // Cell for cell what `course assignment release` makes, but for the title, of which ours keeps the heading.
        var ours = ReleasedNotebook.Make(Classroom.Read());
        var theirs = Notebook.Read(At("release", Classroom.Name, $"{Classroom.Name}.ipynb"));
        theirs.Cell("title").Source = ours.Cell("title").Source;
        Assert.Equal(System.Text.Encoding.UTF8.GetString(theirs.ToBytes()), System.Text.Encoding.UTF8.GetString(ours.ToBytes()));

        foreach (var (student, kind) in new[] { ("ada", "right"), ("bob", "wrong in the mask, and late"), ("eve", "right, with cells added") })
        {
            Directory.CreateDirectory(At("submitted", student, Classroom.Name));
            Classroom.Answer(ours, SubmissionKinds.All.Single(one => one.Name == kind), 1).Notebook.Write(At("submitted", student, Classroom.Name, $"{Classroom.Name}.ipynb"));
        }
        string Validate(string student) => NbgraderPeer.Run(Folder.FullName, ["run", "validate", At("submitted", student, Classroom.Name, $"{Classroom.Name}.ipynb")], fails: true);
        foreach (var (student, says) in new[] { ("ada", "Success! Your notebook passes all the tests."), ("bob", "the check of  CausalMask(2)  failed") })
            Assert.True(Validate(student) is var said && said.Contains(says), said);
        NbgraderPeer.Run(Folder.FullName, ["run", "autograde", Classroom.Name]);
        var grades = Grades(At("gradebook.db"));
        Assert.Equal([("ada", 12.0, 14.0), ("bob", 10.0, 14.0), ("eve", 12.0, 14.0)], grades.Select(row => ((string)row["student"]!, (double)row["score"]!, (double)row["max_score"]!)));
        Assert.All(grades, row => Assert.True((bool)row["needs_manual_grade"]!));

        // Every cell that was handed in is there afterwards.
        Assert.Equal(ours.Cells.Select(cell => cell.Id), Notebook.Read(At("autograded", "ada", Classroom.Name, $"{Classroom.Name}.ipynb")).Cells.Select(cell => cell.Id));
    }

    [Fact(Explicit = true)]
    public async Task Nbgrader_reads_our_gradebook()
    {
        var release = await SampleRelease.Get();
        using (var gradebook = Gradebook.Open(At("gradebook.db"), release))
        {
            gradebook.Write(SampleReport.Of(release, "ada"), "f");
            gradebook.Settle(LatePolicy.None);
        }
        var row = Assert.Single(Grades(At("gradebook.db")));
        Assert.Equal(("week6", "ada", 3.0, 13.0, true), ((string)row["assignment"]!, (string)row["student"]!, (double)row["score"]!, (double)row["max_score"]!, (bool)row["needs_manual_grade"]!));
        Assert.Equal("[3,null,3,3]", row["cells"]!["sampler/kl-test"]!.ToJsonString().Replace(".0", ""));
        Assert.Equal("[null,null,0,2]", row["cells"]!["sampler/essay"]!.ToJsonString().Replace(".0", ""));
    }

    List<JsonNode> Grades(string gradebook) => [.. JsonNode.Parse(NbgraderPeer.Run(Folder.FullName, ["grades", gradebook]))!.AsArray().OfType<JsonNode>().OrderBy(row => (string)row["student"]!, StringComparer.Ordinal)];
}
