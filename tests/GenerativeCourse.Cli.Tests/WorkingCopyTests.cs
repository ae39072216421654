using System.Text.Json.Nodes;
using GenerativeCourse.Cli.Learning;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Tests;

public sealed class WorkingCopyTests : IDisposable
{
    const string Solution = "double Kl(double m)\n{\n    // BEGIN SOLUTION\n    return m * m / 2;\n    // END SOLUTION\n}";
    const string Stub = "double Kl(double m)\n{\n    // YOUR CODE HERE\n    throw new NotImplementedException();\n}";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-work-");
    readonly WorkingCopy _copies;
    readonly string _lecture;

    public WorkingCopyTests()
    {
        var course = new CourseFolder(_folder.FullName);
        _copies = new WorkingCopy(course);
        _lecture = course["notebooks", "06-vae.ipynb"];
        Directory.CreateDirectory(course["notebooks"]);
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Code("a", "1 + 1"));
        notebook.Cells.Add(Marked("b", Solution, """{"schema_version":3,"solution":true,"grade":false,"locked":false,"grade_id":"06-kl"}""", """{"wrong_answers":["return 0;"],"needs":["a"]}"""));
        notebook.Cells.Add(Marked("c", "Check(Kl(0));\n// BEGIN HIDDEN TESTS\nCheck(Kl(2));\n// END HIDDEN TESTS", """{"schema_version":3,"solution":false,"grade":true,"locked":true,"grade_id":"06-kl-test","points":2}"""));
        foreach (var cell in notebook.Cells)
            cell.ExecutionCount = 1;
        notebook.Write(_lecture);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static NotebookCell Marked(string id, string source, string nbgrader, string? course = null)
    {
        var cell = NotebookCell.Code(id, source);
        cell.Metadata["nbgrader"] = JsonNode.Parse(nbgrader);
        if (course is not null)
            cell.Metadata["course"] = JsonNode.Parse(course);
        return cell;
    }

    [Fact]
    public void A_copy_has_stubs_and_nothing_hidden()
    {
        var (file, exercises) = _copies.Start(_lecture);
        Assert.Equal(["06-kl"], exercises);
        var copy = Notebook.Read(file);
        Assert.Equal(["1 + 1", Stub, "Check(Kl(0));"], copy.Cells.Select(cell => cell.Source));
        Assert.All(copy.Cells, cell => Assert.Null(cell.ExecutionCount));
        Assert.DoesNotContain("wrong_answers", File.ReadAllText(file));
        Assert.Contains("\"needs\"", File.ReadAllText(file));
    }

    [Fact]
    public void A_copy_that_is_there_is_left_alone()
    {
        var (file, _) = _copies.Start(_lecture);
        File.AppendAllText(file, " ");
        var before = File.ReadAllText(file);
        Assert.Contains("is there already", Assert.Throws<UserException>(() => _copies.Start(_lecture)).Message);
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public void Reset_restores_the_one_exercise_and_keeps_the_rest()
    {
        var (file, _) = _copies.Start(_lecture);
        var mine = Notebook.Read(file);
        (mine.Cells[0].Source, mine.Cells[1].Source) = ("2 + 2", "my attempt");
        mine.Write(file);
        Assert.Equal(file, _copies.Reset("06-kl"));
        Assert.Equal(["2 + 2", Stub, "Check(Kl(0));"], Notebook.Read(file).Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void An_unknown_exercise_is_answered_with_those_there_are()
    {
        Assert.Contains("course start", Assert.Throws<UserException>(() => _copies.Reset("06-kl")).Message);
        _copies.Start(_lecture);
        Assert.Contains("there are 06-kl", Assert.Throws<UserException>(() => _copies.Reset("x")).Message);
    }
}
