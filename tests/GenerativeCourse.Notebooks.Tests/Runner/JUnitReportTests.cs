using System.Text;
using System.Xml.Linq;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Tests.Runner;

public sealed class JUnitReportTests
{
    [Fact]
    public void A_notebook_is_a_suite_and_a_code_cell_a_case()
    {
        CellResult[] cells =
        [
            new(1, "a", "1", CellVerdict.Ran, TimeSpan.FromSeconds(1.5), null),
            new(2, "b", "2", CellVerdict.Failed, TimeSpan.Zero, new CellFailure(FailureKind.Error, "E", "bad <\u001b[31mred\u0000>", ["line"])),
            new(3, "c", "3", CellVerdict.FailedAsAllowed, TimeSpan.Zero, new CellFailure(FailureKind.Error, "E", "fine", [])),
            new(4, "d", "4", CellVerdict.Failed, TimeSpan.Zero, new CellFailure(FailureKind.Timeout, "late")),
            new(4, "e", "5", CellVerdict.NotReached, TimeSpan.Zero, null),
        ];
        var result = new NotebookResult("x.ipynb", cells, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), TimeSpan.FromSeconds(2), 1234);

        var root = XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.ToBytes([result]))).Root!;

        var suite = Assert.Single(root.Elements("testsuite"));
        Assert.Equal("x.ipynb 5 1 1 1 2.000 2026-01-02T03:04:05",
            string.Join(' ', new[] { "name", "tests", "failures", "errors", "skipped", "time", "timestamp" }.Select(name => (string?)suite.Attribute(name))));
        var cases = suite.Elements("testcase").ToList();
        Assert.Equal(["code cell 1 (a)", "code cell 2 (b)", "code cell 3 (c)", "code cell 4 (d)", "code cell 5 (e)"], cases.Select(test => (string?)test.Attribute("name")));
        Assert.Equal("1.500", (string?)cases[0].Attribute("time"));
        Assert.Equal("bad <[31mred>", (string?)cases[1].Element("failure")!.Attribute("message"));
        Assert.Equal("line", cases[1].Element("failure")!.Value);
        Assert.Empty(cases[2].Elements());
        Assert.Equal("Timeout", (string?)cases[3].Element("error")!.Attribute("type"));
        Assert.NotNull(cases[4].Element("skipped"));
    }
}
