namespace GenerativeCourse.Notebooks.Tests.Kernel.CodeServices;

/// <summary>A bar in the code is the cursor.</summary>
[Collection("kernel")]
public sealed class InspectionTests(WrittenNotebook written) : IClassFixture<WrittenNotebook>
{
    readonly NotebookSession notebook = written.Session;

    [Theory]
    [InlineData("greet|ing", "(variable) string greeting\n= hello")]
    [InlineData("new Alia|s(3)", "StringBuilder.StringBuilder(int capacity)\nStringBuilder.StringBuilder()")]
    [InlineData("int i = def|ault;", null)]
    [InlineData("Shift(1, |", "int Shift(int value, int by)\n\nMoves a value.\n\nParameters:\n  by: How far.\n\nReturns: Another String.Length, not null.")]
    [InlineData("var v| = greeting;", "(variable) string v")]
    [InlineData("using System.Tex|t;", "namespace System.Text")]
    [InlineData("int.MaxVal|ue", "int int.MaxValue = 2147483647")]
    [InlineData("\"a\".Lengt|h", "int string.Length { get; }")]
    [InlineData("new[] { 1 }.Firs|t()", "(extension) int IEnumerable<int>.First<int>()")]
    [InlineData("str|ing s;", "class System.String")]
    [InlineData("#!sha|re --from csharp x", "#!share\nTakes a variable from another language")]
    [InlineData("#!html\ngreet|ing", null)]
    [InlineData("// greet|ing", null)]
    [InlineData("unkn|own", null)]
    public void What_is_known_of_a_name_is_told(string code, string? expected)
    {
        var text = (string?)Inspect(code)?["text/plain"];
        if (expected is null)
            Assert.Null(text);
        else
            Assert.StartsWith(expected, text!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_librarys_documentation_is_shown_as_text_and_as_markup()
    {
        await notebook.Result($"#r \"{typeof(GenerativeCourse.Notebooks.Kernel.CSharpKernel).Assembly.Location}\"\nusing GenerativeCourse.Notebooks.Kernel;");
        var data = Inspect("ExecuteReq|uest r;")!;
        Assert.Contains("A cell to execute.", (string?)data["text/plain"]);
        Assert.Contains("Code: The cell's source, magics included.", (string?)data["text/plain"]);
        Assert.Contains("<dt><code>Code</code></dt><dd>The cell&#39;s source, magics included.</dd>", (string?)data["text/html"]);
    }

    [Theory]
    [InlineData("var x = 1;", "complete", "")]
    [InlineData("x", "complete", "")]
    [InlineData("", "complete", "")]
    [InlineData("Console.WriteLine(", "incomplete", "    ")]
    [InlineData("for (;;)\n{\n    if (x)\n    {", "incomplete", "        ")]
    [InlineData("var s = \"\"\"", "incomplete", "")]
    [InlineData("/* so", "incomplete", "")]
    [InlineData("var = ;", "invalid", "")]
    [InlineData("}", "invalid", "")]
    [InlineData("#!html\n<b", "complete", "")]
    [InlineData("#!time\nif (true) {", "incomplete", "    ")]
    public void A_console_knows_whether_to_run_what_was_typed(string code, string status, string indent)
    {
        var reply = notebook.Kernel.CodeServices.IsComplete(code);
        Assert.Equal((status, indent), (reply.Status, reply.Indent));
    }

    System.Text.Json.Nodes.JsonObject? Inspect(string code)
    {
        var cursor = code.IndexOf('|', StringComparison.Ordinal);
        return notebook.Kernel.CodeServices.Inspect(code.Remove(cursor, 1), cursor, 0).Data;
    }
}
