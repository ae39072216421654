using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Lectures;

/// <summary>Every committed lecture keeps to the lecture guide, as far as a machine can tell.</summary>
public sealed class FormTests
{
    const int MostLines = 26; // 25 and a comment that says what the cell is
    const long MostBytes = 3_000_000;

    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public void A_lecture_carries_the_outputs_of_a_clean_run(string name)
    {
        int expected = 0;
        foreach (NotebookCell cell in Lecture.Read(name).CodeCells)
        {
            Assert.True(cell.ExecutionCount == ++expected, $"{name}, cell {cell.Id}: its number is {cell.ExecutionCount}, not {expected}. Run `./course run --in-place notebooks/{name}`.");
            Assert.True(cell.Outputs.All(output => (string?)output!["output_type"] != "error"), $"{name}, cell {cell.Id} holds an error");
        }
        long bytes = new FileInfo(Lecture.File(name)).Length;
        Assert.True(bytes < MostBytes, $"{name} takes {bytes:N0} bytes; a lecture stays under {MostBytes:N0}: thin what is plotted");
    }

    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public void Cells_are_short_and_the_first_one_references_the_library(string name)
    {
        NotebookCell[] cells = [.. Lecture.Read(name).CodeCells];
        Assert.StartsWith("#r \"nuget: GenerativeCourse\"\n", cells[0].Source);
        foreach (NotebookCell cell in cells)
            Assert.True(cell.Source.Split('\n').Length <= MostLines, $"{name}, cell {cell.Id} has {cell.Source.Split('\n').Length} lines, more than {MostLines}");
    }

    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public void Pictures_have_alternative_text(string name)
    {
        foreach (NotebookCell cell in Lecture.Read(name).CodeCells)
            if (cell.Outputs.Any(output => output!["data"]?["image/png"] is not null))
                Assert.True(cell.Source.Contains(".Alt(") || cell.Source.Contains("trainer.Run("), $"{name}, cell {cell.Id} shows a picture without .Alt(...)");
    }
}
