namespace GenerativeCourse.Cli.Tests.Jupyter;

/// <summary>A person at a notebook in a browser. Jupyter Notebook 6 draws no plotly figures itself: the kernel's HTML must.</summary>
public sealed class NotebookPageTests
{
    const string Cells = "Jupyter.notebook.get_cells()";

    static readonly string[] Notebook =
    [
        """
        #r "nuget: GenerativeCourse"
        using GenerativeCourse.Figures;
        new ImageGrid(new float[,] { { 0, 1 }, { 1, 0 } }).Title("Two by two")
        """,
        """new Figure("A line").Line(new[] { 1.0, 3, 2 })""",
        "#!mermaid\ngraph LR; Encoder-->Latents-->Decoder;",
        "var list = new[] { 1, 2, 3 };\n#!javascript\n#!share --from csharp list\ndocument.body.dataset.shared = list.length;",
        "var kept = 42;\nwhile (true) { }",
        "",
    ];

    [Fact]
    public async Task A_notebook_runs_draws_stops_restarts_and_completes()
    {
        Peer.Require("jupyter-notebook");
        Peer.Require("chromium");
        var cancellation = TestContext.Current.CancellationToken;
        using var server = new NotebookServer();
        var page = await server.Write("page.ipynb", Notebook, cancellation);
        await using var browser = await Browser.Start(Path.Combine(server.Scratch, "browser"), cancellation);
        await browser.Open(page, cancellation);
        await browser.Until("Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy", cancellation);

        await browser.Evaluate("document.querySelector('#run_all_cells a').click()", cancellation);
        await browser.Until($"{Cells}[4].input_prompt_number === '*' && {Cells}[3].input_prompt_number > 0", cancellation);
        await browser.Until("[...document.querySelectorAll('.output_png img, .output_html img')].some(picture => picture.naturalWidth > 50)", cancellation);
        await browser.Until("document.querySelector('.output_html .main-svg')", cancellation);
        await browser.Until("document.querySelector('.output_html svg[id^=diagram]').textContent.includes('Latents')", cancellation);

        await browser.Until("document.body.dataset.shared === '3'", cancellation);

        await browser.Evaluate("document.querySelector('[data-jupyter-action=\"jupyter-notebook:interrupt-kernel\"]').click()", cancellation);
        await browser.Until($"{Cells}[4].output_area.outputs.some(output => output.ename === 'Interrupted')", cancellation);
        Assert.Equal("42", await Result(browser, 5, "kept", cancellation));
        await Keep(browser, "ran", cancellation);

        await Write(browser, 5, "\"text\".Substr", cancellation);
        await browser.Press("Tab", 9, cancellation);
        await browser.Until($"{Cells}[5].get_text() === '\"text\".Substring'", cancellation);

        await browser.Evaluate("document.querySelector('#restart_kernel a').click()", cancellation);
        await browser.Until("document.querySelector('.modal.in .btn-danger')", cancellation);
        await browser.Evaluate("document.querySelector('.modal.in .btn-danger').click()", cancellation);
        await browser.Until("!document.querySelector('.modal.in') && Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy", cancellation);
        Assert.Equal("again", await Result(browser, 5, "\"again\"", cancellation));
        await Write(browser, 5, "kept", cancellation);
        await browser.Evaluate($"{Cells}[5].execute()", cancellation);
        await browser.Until($"{Cells}[5].output_area.outputs.some(output => output.ename === 'CompilationError')", cancellation);
    }

    static async Task<string?> Result(Browser browser, int cell, string code, CancellationToken cancellation)
    {
        await Write(browser, cell, code, cancellation);
        await browser.Evaluate($"{Cells}[{cell}].clear_output(), {Cells}[{cell}].execute()", cancellation);
        await browser.Until($"{Cells}[{cell}].output_area.outputs.length > 0", cancellation);
        return (string?)await browser.Evaluate($"{Cells}[{cell}].output_area.outputs[0].data['text/plain']", cancellation);
    }

    // As a person does: into the cell that has the focus.
    static async Task Write(Browser browser, int cell, string code, CancellationToken cancellation)
    {
        await browser.Evaluate($"Jupyter.notebook.select({cell}), {Cells}[{cell}].set_text(''), Jupyter.notebook.edit_mode()", cancellation);
        await browser.Until("document.activeElement.closest('.CodeMirror')", cancellation);
        await browser.Type(code, cancellation);
    }

    // To be looked at, where a person asks for it.
    static async Task Keep(Browser browser, string name, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("COURSE_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        await browser.Evaluate("document.querySelector('#site').scrollTop = 0", cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), await browser.Picture(cancellation), cancellation);
    }
}
