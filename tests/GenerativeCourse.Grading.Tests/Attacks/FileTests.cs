using System.Text;

namespace GenerativeCourse.Grading.Tests.Attacks;

/// <summary>Files that are no notebooks, or have been tampered with.</summary>
public sealed class FileTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "empty", "" },
        { "not JSON", "{not json" },
        { "another form", "[1, 2, 3]" },
        { "binary", "PK\u0003\u0004\0\0" },
        { "nested", new string('[', 200_000) },
        { "old", """{"nbformat":3,"nbformat_minor":0,"metadata":{},"worksheets":[]}""" },
        { "no cells", """{"nbformat":4,"nbformat_minor":5,"metadata":{}}""" },
        { "cells of another form", """{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[1,null,"x"]}""" },
        { "marks of another form", """{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","source":"1","outputs":[],"metadata":{"nbgrader":[{}]}},{"cell_type":"code","source":"1","outputs":[],"metadata":{"nbgrader":{"grade_id":7}}}]}""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_file_earns_nothing_and_is_told_of(string what, string text)
    {
        var report = await (await SampleRelease.Get()).Grade(Encoding.UTF8.GetBytes(text));
        Assert.True(report is { Score: 0, Points: 13 }, what);
        Assert.All(report.Notebooks.Single().Cells, cell => Assert.NotNull(cell.Note));
    }

    [Fact]
    public async Task A_notebook_of_200_MB_is_not_read()
    {
        var report = await (await SampleRelease.Get()).Grade(new byte[200_000_000]);
        Assert.Equal(0, report.Score);
        Assert.Contains("200 MB, more than the 20 MB that are read", report.Notebooks.Single().Notes.Single());
    }

    [Fact]
    public async Task Forged_marks_checksums_and_outputs_earn_nothing()
    {
        var release = await SampleRelease.Get();
        var notebook = release[SampleRelease.Name].Clone();
        foreach (var cell in notebook.Cells.Where(cell => cell.Metadata["nbgrader"] is not null))
        {
            var marks = cell.Metadata["nbgrader"]!;
            marks["points"] = 1000;
            marks["checksum"] = new string('0', 32);
            marks["locked"] = false;
            if (cell.Id.EndsWith("-test"))
            {
                cell.Source = "13.0";
                cell.Outputs = [System.Text.Json.Nodes.JsonNode.Parse("""{"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/plain":"13.0"}}""")];
                marks["solution"] = true;
                marks["grade"] = false;
            }
        }
        var report = await release.Grade(notebook);
        Assert.Equal((0, 13), (report.Score, report.Points));
    }
}
