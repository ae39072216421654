using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Tests.Running;

public sealed class ExportCommandTests : IDisposable
{
    readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Each_notebook_becomes_a_page_and_a_broken_one_costs_only_itself()
    {
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Markdown("a", "# A title\n\n$\\foo$"));
        notebook.Write(tool["a.ipynb"]);
        File.WriteAllText(tool["b.ipynb"], "{");

        var (code, output) = tool.Run("export", "a.ipynb", "b.ipynb", "--out", "html");

        Assert.Equal(1, code);
        Assert.Contains("<title>A title</title>", File.ReadAllText(tool["html/a.html"]));
        Assert.False(File.Exists(tool["html/b.html"]));
        Assert.Contains(@"a.ipynb: \foo is not understood", output);
        Assert.Contains("b.ipynb:1:2: not valid JSON", output);
    }
}
