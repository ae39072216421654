using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class LanguageTests
{
    [Theory]
    [InlineData("html", "<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("markdown", "# Head", "text/html", "<h1 id=\"head\">Head</h1>\n")]
    [InlineData("markdown", "# Head", "text/markdown", "# Head")]
    [InlineData("mermaid", "graph TD; A-->B;", "text/vnd.mermaid", "graph TD; A-->B;")]
    [InlineData("javascript", "alert(1)", "text/plain", "alert(1)")]
    public async Task A_cell_in_another_language_is_shown(string language, string code, string mimeType, string text)
    {
        using var notebook = new NotebookSession();
        Assert.Equal("ok", (await notebook.Run(code, language)).Status);
        Assert.Equal(text, (string?)Assert.Single(notebook.Messages).Content["data"]![mimeType]);
        Assert.Equal("ok", (await notebook.Run($"#!{language}\n{code}")).Status);
        Assert.Equal(text, (string?)Assert.Single(notebook.Messages).Content["data"]![mimeType]);
    }

    [Fact]
    public async Task A_diagram_is_drawn_by_what_the_kernels_folder_holds_and_else_stays_text()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("graph TD; A-->B;", "mermaid");
        var html = (string)Assert.Single(notebook.Messages).Content["data"]!["text/html"]!;
        Assert.Contains("<pre>graph TD; A--&gt;B;</pre>", html);
        Assert.Contains("kernelspecs/.net-csharp/mermaid.tiny.js", html);
        Assert.DoesNotContain("//cdn", html);
    }

    [Theory]
    [InlineData("markdown", "$x$", "$x$")]
    [InlineData("mermaid", "graph TD; A-->B;", "```mermaid\ngraph TD; A-->B;\n```")]
    [InlineData("mermaid", "graph TD; A[\"```\"];", "````mermaid\ngraph TD; A[\"```\"];\n````")]
    public async Task A_front_end_that_draws_markdown_is_sent_no_html_that_it_would_show_instead(string language, string code, string markdown)
    {
        using var notebook = new NotebookSession();
        await notebook.Run(new ExecuteRequest(code) { Language = language, DrawsMarkdown = true });
        var data = Assert.Single(notebook.Messages).Content["data"]!;
        Assert.Equal((markdown, code), ((string?)data["text/markdown"], (string?)data["text/plain"]));
        Assert.Null(data["text/html"]);
        Assert.Equal(language == "mermaid" ? code : null, (string?)data["text/vnd.mermaid"]);
        await notebook.Run(code, language);
        data = Assert.Single(notebook.Messages).Content["data"]!;
        Assert.Equal(markdown, (string?)data["text/markdown"]);
        Assert.NotNull(data["text/html"]);
    }

    [Fact]
    public async Task Magics_switch_languages_inside_a_cell()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("var x = 1;\nx\n#!html\n<p/>\n#!csharp\nx + 1");
        Assert.Equal(["display_data", "display_data", "execute_result"], notebook.Messages.Select(message => message.Type));
        Assert.Equal(["1", "<p/>", "2"], notebook.Messages.Select(message => (string?)message.Content["data"]!["text/plain"]));
    }

    [Fact]
    public async Task An_unknown_language_or_magic_is_a_clear_error()
    {
        using var notebook = new NotebookSession();
        Assert.Contains("There is no language 'fsharp' here", (await notebook.Run("let x = 1", "fsharp")).ErrorValue);
        Assert.Contains("There is no magic command '#!nope'", (await notebook.Run("#!nope")).ErrorValue);
    }

    [Fact]
    public async Task Time_about_and_lists_are_shown()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("#!time\nvar number = 42; var name = \"Ada\";");
        Assert.StartsWith("Wall time: ", (string?)notebook.Messages[^1].Content["data"]!["text/plain"]);
        await notebook.Result("#!whos");
        var table = (string?)notebook.Messages[0].Content["data"]!["text/plain"];
        Assert.Equal(["variable  type    value", "name      string  Ada", "number    int     42"], table!.Split('\n'));
        await notebook.Result("#!lsmagic\n#!about\n#!who");
        Assert.Equal(3, notebook.Messages.Count);
    }

    [Fact]
    public async Task Values_move_between_languages()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("var point = new { X = 1, Y = 2.5 };");
        await notebook.Result("#!javascript\n#!share --from csharp point --as p\nconsole.log(p.X)");
        Assert.Contains("const p = {\"X\":1,\"Y\":2.5};\nconsole.log(p.X)", (string?)notebook.Messages[0].Content["data"]!["text/html"]);
        await notebook.Result("#!value --name text\na\nb");
        Assert.Equal("a\nb", await notebook.Result("#!share --from value text\ntext"));
        Assert.Equal("1", await notebook.Result("#!set --name copy --value @csharp:point\ncopy.X"));
        Assert.Equal("it's", await notebook.Result("#!set --name said --value \"it's\"\nsaid"));
    }

    [Fact]
    public async Task Notebooks_and_files_are_imported()
    {
        using var folder = new TemporaryFolder();
        folder.Write("other.ipynb", """
            {"cells":[{"cell_type":"markdown","source":["no"]},{"cell_type":"code","source":["var a = 1;\n","var b = 2;"],"metadata":{}},
            {"cell_type":"code","source":"<i/>","metadata":{"polyglot_notebook":{"kernelName":"html"}}}]}
            """);
        folder.Write("more.dib", "#!meta\n{}\n\n#!csharp\n\nvar c = 3;\n\n#!markdown\n\nno\n");
        folder.Write("last.cs", "var d = 4;");
        using var notebook = new NotebookSession(new KernelOptions { WorkingDirectory = folder.Path });
        Assert.Equal("10", await notebook.Result("#!import other.ipynb\n#!import more.dib\n#!import last.cs\na + b + c + d"));
        Assert.Contains("finds no file", (await notebook.Run("#!import absent.ipynb")).ErrorValue);
    }

    [Fact]
    public async Task Input_is_asked_of_the_front_end()
    {
        var asked = new List<InputQuestion>();
        using var notebook = new NotebookSession(new KernelOptions
        {
            ReadInput = (question, _) =>
            {
                asked.Add(question);
                return Task.FromResult("Ada");
            },
        });
        Assert.Equal("Ada●●●AdaAda", await notebook.Result("""
            var first = await GetInputAsync("name"); var second = password("secret"); first + second + input("again") + Console.ReadLine()
            """));
        Assert.Equal([new("name", false), new("secret", true), new("again", false), new("", false)], asked);
    }
}
