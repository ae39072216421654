using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Formats;

public sealed class CellChecksumTests
{
    [Theory]
    [InlineData("// YOUR CODE HERE\nthrow new NotImplementedException();", "code", 0, 1, 0, "kmeans_assign", 0, "99da8126d67d5729025fcc14de84c26a")]
    [InlineData("Check.Equal(3, K.Count);", "code", 1, 0, 1, "kmeans_test", 2, "2a5ae4990b694b410c6b52f4103793a0")]
    [InlineData("Check.Equal(3, K.Count);", "code", 1, 0, 1, "kmeans_test", 0.5, "0ba64b70f799118309031cbc0b0b96b1")]
    [InlineData("YOUR ANSWER HERE", "markdown", 1, 1, 0, "why_elbo", 3, "4db61d89030053d73864f5442e71d6b1")]
    [InlineData("Fixed text é", "markdown", 0, 0, 1, "ro-1", 0, "6bf2b4c2b8adca7cd0ca73b6294d7573")]
    [InlineData("print(\"Success!\")", "code", 1, 0, 0, "foo", 1, "8bb5c7c6f388fae724e5ef53dc4deeb2")]
    [InlineData("assert a == 1", "code", 1, 0, 0, "bar", 1, "75d78cdf605a339809ceaace462c5f33")]
    [InlineData("# YOUR CODE HERE\nraise NotImplementedError()", "code", 0, 1, 0, "set_a", 0, "3d6aac4236f8e1ec85380e692dcc51b1")]
    [InlineData("YOUR ANSWER HERE", "markdown", 1, 1, 0, "baz", 2, "9e51fd0022c24c4105e38369d2f9d751")]
    public void A_checksum_is_nbgraders(string source, string kind, int grade, int solution, int locked, string id, double points, string checksum)
    {
        var marks = new GradedCell { Grade = grade == 1, Solution = solution == 1, Locked = locked == 1, GradeId = id, Points = points };
        var cell = kind == "code" ? NotebookCell.Code("a", source) : NotebookCell.Markdown("a", source);
        Assert.Equal(checksum, CellChecksum.Of(cell, marks));
    }

    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(0.5, "0.5")]
    [InlineData(0, "0.0")]
    [InlineData(-2.25, "-2.25")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(100, "100.0")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.5e16, "1.5e+16")]
    [InlineData(1e-4, "0.0001")]
    [InlineData(1e-5, "1e-05")]
    [InlineData(1.25e-7, "1.25e-07")]
    [InlineData(1e100, "1e+100")]
    [InlineData(123456789.125, "123456789.125")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(double.NaN, "nan")]
    public void A_number_is_written_as_Python_writes_it(double value, string text) => Assert.Equal(text, PythonFloat.Repr(value));
}
