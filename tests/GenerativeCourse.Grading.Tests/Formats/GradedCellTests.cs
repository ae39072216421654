using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Formats;

public sealed class GradedCellTests
{
    const string Test = """{"schema_version":3,"grade":true,"solution":false,"locked":false,"grade_id":"kl-test","points":2.5}""";

    static NotebookCell Cell(string marks, bool markdown = false)
    {
        var cell = markdown ? NotebookCell.Markdown("a", "text") : NotebookCell.Code("a", "1");
        cell.Metadata["nbgrader"] = JsonNode.Parse(marks);
        return cell;
    }

    [Fact]
    public void Marks_are_read_and_written()
    {
        var marks = GradedCell.Read(Cell(Test))!;
        Assert.Equal(("kl-test", 2.5, true, true), (marks.GradeId, marks.Points, marks.IsTest, marks.IsLocked));
        Assert.Equal(marks, GradedCell.Read(Cell(marks.ToJson().ToJsonString())));
        Assert.Null(GradedCell.Read(NotebookCell.Code("a", "1")));
    }

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("""{"grade":true}""", "no schema_version")]
    [InlineData("""{"schema_version":2}""", "schema 2, older than 3; run `nbgrader update`")]
    [InlineData("""{"schema_version":4}""", "schema 4, newer than 3")]
    [InlineData("""{"schema_version":3,"grade":1,"solution":false,"locked":false}""", "grade must be true or false")]
    [InlineData("""{"schema_version":3,"grade":false,"solution":true,"locked":false}""", "grade_id is missing")]
    [InlineData("""{"schema_version":3,"grade":false,"solution":true,"locked":false,"grade_id":"a b"}""", "'a b'; it may hold letters")]
    [InlineData("""{"schema_version":3,"grade":true,"solution":false,"locked":true,"grade_id":"a"}""", "has no points")]
    [InlineData("""{"schema_version":3,"grade":true,"solution":false,"locked":true,"grade_id":"a","points":-1}""", "points are -1.0")]
    [InlineData("""{"schema_version":3,"grade":true,"solution":false,"locked":true,"grade_id":"a","points":"2"}""", "points must be a number")]
    [InlineData("""{"schema_version":3,"grade":false,"solution":true,"locked":false,"grade_id":"a","needs":[]}""", "unknown key needs")]
    [InlineData("""{"schema_version":3,"grade":false,"solution":false,"locked":false,"task":true,"grade_id":"a","points":1}""", "task must be a markdown cell")]
    [InlineData("""{"schema_version":3,"grade":false,"solution":true,"locked":false,"grade_id":"a","checksum":"12"}""", "32 characters")]
    public void Marks_that_break_a_rule_are_refused(string marks, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => GradedCell.Read(Cell(marks))).Message);

    [Theory]
    [InlineData("""{"schema_version":3,"grade":true,"solution":false,"locked":true,"grade_id":"a","points":1}""", "cannot be a test")]
    [InlineData("""{"schema_version":3,"grade":false,"solution":true,"locked":false,"grade_id":"a"}""", "must carry points")]
    public void Markdown_is_an_answer_with_points_or_none(string marks, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => GradedCell.Read(Cell(marks, markdown: true))).Message);
}
