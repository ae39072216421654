using System.Text;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Tests.Formats;

public sealed class NotebookReaderTests
{
    static Notebook Parse(string json) => Notebook.Parse(Encoding.UTF8.GetBytes(json), "a.ipynb");

    static string Cells(string cells, int minor = 5) => $$"""{"cells": [{{cells}}], "metadata": {}, "nbformat": 4, "nbformat_minor": {{minor}}}""";

    [Fact]
    public void Joins_text_and_reads_what_a_cell_holds()
    {
        var notebook = Parse(Cells("""
            {"cell_type": "code", "execution_count": 3, "id": "a", "metadata": {"tags": ["x", "raises-exception"]}, "source": ["1 +\n", "1"],
             "outputs": [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]},
                         {"output_type": "display_data", "metadata": {}, "data": {"text/html": ["<b>", "</b>"], "application/json": ["kept"]}}]},
            {"cell_type": "markdown", "id": "b", "metadata": {}, "source": "# é", "attachments": {"p.svg": {"image/svg+xml": ["<svg", "/>"]}}},
            {"cell_type": "raw", "id": "c", "metadata": {}, "source": []}
            """));

        Assert.Equal([CellKind.Code, CellKind.Markdown, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["1 +\n1", "# é", ""], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal(["x", "raises-exception"], notebook.Cells[0].Tags);
        Assert.Equal(3, notebook.Cells[0].ExecutionCount);
        Assert.Equal("a\nb", (string?)notebook.Cells[0].Outputs[0]!["text"]);
        Assert.Equal("<b></b>", (string?)notebook.Cells[0].Outputs[1]!["data"]!["text/html"]);
        Assert.Equal("kept", (string?)notebook.Cells[0].Outputs[1]!["data"]!["application/json"]![0]);
        Assert.Equal("<svg/>", (string?)notebook.Cells[1].Node["attachments"]!["p.svg"]!["image/svg+xml"]);
    }

    [Fact]
    public void Older_minor_formats_get_ids_that_are_the_same_each_time()
    {
        var old = Cells("""
            {"cell_type": "markdown", "metadata": {}, "source": "same"}, {"cell_type": "markdown", "metadata": {}, "source": "same"},
            {"cell_type": "raw", "metadata": {}, "source": "same"}
            """, minor: 2);

        var first = Parse(old);
        var ids = first.Cells.Select(cell => cell.Id).ToList();

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids, Parse(old).Cells.Select(cell => cell.Id));
        Assert.Contains("\"nbformat_minor\": 5", Encoding.UTF8.GetString(first.ToBytes()));
    }

    [Fact]
    public void The_first_bearer_of_a_repeated_id_keeps_it()
    {
        var notebook = Parse(Cells("""
            {"cell_type": "raw", "id": "a", "metadata": {}, "source": "1"}, {"cell_type": "raw", "id": "a", "metadata": {}, "source": "2"}
            """));

        Assert.Equal("a", notebook.Cells[0].Id);
        Assert.Matches("^[0-9a-f]{8}$", notebook.Cells[1].Id);
    }

    [Fact]
    public void A_code_cell_without_outputs_is_completed()
    {
        var cell = Parse(Cells("""{"cell_type": "code", "id": "a", "source": "1"}""")).Cells[0];

        Assert.Empty(cell.Outputs);
        Assert.Null(cell.ExecutionCount);
        Assert.Empty(cell.Metadata);
    }

    [Theory]
    [InlineData("", "a.ipynb: the file is empty.")]
    [InlineData("[1]", "a.ipynb:1:1: a notebook is a JSON object.")]
    [InlineData("{\n \"cells\": [\n  {\"é\" 1}\n ]}", "a.ipynb:3:8: not valid JSON: '1' is invalid after a property name. Expected a ':'.")]
    [InlineData("{\n <<<<<<< HEAD\n", "a.ipynb:2:2: not valid JSON: '<' is an invalid start of a property name. Expected a '\"'.")]
    [InlineData("{\n<<<<<<< HEAD\n", "a.ipynb:2:1: a Git merge conflict is unresolved here.")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}}", "a.ipynb:1:1: the notebook has no 'cells'.")]
    [InlineData("{\"cells\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}", "a.ipynb:1:11: 'cells' must be a list.")]
    [InlineData("{\"a\": 1}", "a.ipynb:1:1: the field 'nbformat' is missing or no whole number: is this a notebook?")]
    [InlineData("{\"a\": \"\\ud800\"}", "a.ipynb:1:7: this string holds half of a surrogate pair.")]
    [InlineData("{\"nbformat\": 3, \"nbformat_minor\": 0}", "a.ipynb:1:14: notebook format 3 is too old; convert it with 'jupyter nbconvert --to notebook --nbformat 4'.")]
    [InlineData("{\"nbformat\": 5, \"nbformat_minor\": 0}", "a.ipynb:1:14: notebook format 5 is newer than 4, the format that is understood here.")]
    public void A_broken_file_is_refused_with_place_and_reason(string json, string message)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Parse(json));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("7", 3, "cell 2 must be an object.")]
    [InlineData("""{"cell_type": "query"}""", 17, "cell 2: 'cell_type' is 'query'; it must be code, markdown or raw.")]
    [InlineData("""{"cell_type": 1}""", 17, "cell 2: 'cell_type' is missing or no string.")]
    [InlineData("""{"cell_type": "raw", "source": 7}""", 34, "cell 2: 'source' must be a string or a list of strings.")]
    [InlineData("""{"cell_type": "raw", "source": ["a", 7]}""", 34, "cell 2: 'source' must be a string or a list of strings.")]
    [InlineData("""{"cell_type": "raw"}""", 3, "cell 2: 'source' must be a string or a list of strings.")]
    [InlineData("""{"cell_type": "raw", "source": "", "id": "a b"}""", 44, "cell 2: 'id' must be 1 to 64 letters, digits, hyphens and underscores.")]
    [InlineData("""{"cell_type": "raw", "source": "", "metadata": []}""", 50, "cell 2: 'metadata' must be an object.")]
    [InlineData("""{"cell_type": "code", "source": "", "execution_count": 1.5}""", 58, "cell 2: 'execution_count' must be a whole number or null.")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": {}}""", 50, "cell 2: 'outputs' must be a list.")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "x"}]}""", 67, "cell 2, output 1: 'output_type' is 'x'; it must be stream, display_data, execute_result or error.")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "stream", "name": "stdout"}]}""", 51, "cell 2, output 1: 'text' must be a string or a list of strings.")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "error", "ename": "", "evalue": "", "traceback": ""}]}""", 116, "cell 2, output 1: 'traceback' must be a list of strings.")]
    public void A_broken_cell_is_refused_with_its_number_line_and_column(string cell, int column, string problem)
    {
        var json = Cells("\n{\"cell_type\": \"raw\", \"id\": \"a\", \"metadata\": {}, \"source\": \"é\"},\n  " + cell + "\n");

        var error = Assert.Throws<NotebookFormatException>(() => Parse(json));

        Assert.Equal($"a.ipynb:3:{column}: {problem}", error.Message);
    }

    [Fact]
    public void A_repeated_key_is_refused() =>
        Assert.StartsWith("a.ipynb:1:", Assert.Throws<NotebookFormatException>(() => Parse("""{"metadata": {}, "metadata": {}}""")).Message);

    [Fact]
    public void Text_that_is_not_utf8_is_refused_where_it_starts() =>
        Assert.Equal("a.ipynb:2:2: the file is not UTF-8 text.",
            Assert.Throws<NotebookFormatException>(() => Notebook.Parse(new byte[] { (byte)'{', (byte)'\n', (byte)' ', 0xff, (byte)'}' }, "a.ipynb")).Message);

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Empty(Notebook.Parse(Encoding.UTF8.GetBytes("\uFEFF" + Cells("")), "a.ipynb").Cells);
}
