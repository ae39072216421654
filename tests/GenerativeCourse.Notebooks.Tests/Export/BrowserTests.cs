using System.Diagnostics;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Export;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Tests.Export;

/// <summary>Opens an exported page in a real browser, offline, and looks at what became of it.</summary>
public sealed class BrowserTests
{
    [Fact]
    public void Figures_formulas_and_controls_work_offline()
    {
        Peer.Require("chromium");
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Markdown("a", "# T\n\n$$\\sum_{i=1}^{n} \\frac{1}{i}$$"));
        var cell = NotebookCell.Code("b", "figure");
        cell.Outputs.Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject
            {
                ["application/vnd.plotly.v1+json"] = new JsonObject { ["data"] = new JsonArray(new JsonObject { ["y"] = new JsonArray(1, 3, 2) }), ["layout"] = new JsonObject() },
                ["image/png"] = "QQ==",
            },
        });
        cell.Outputs.Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject
            {
                ["text/html"] = """
                    <output id="o">waiting</output>
                    <script>
                    addEventListener("load", () => fetch("https://example.org/").then(() => "reached", () => "offline").then(word => {
                      document.getElementById("o").textContent = `${word} ${document.querySelector("math").getBoundingClientRect().height > 30} ${document.fonts.check("16px 'Course Math'", "∑")}`;
                    }));
                    </script>
                    """,
            },
        });
        notebook.Cells.Add(cell);
        cell.Outputs.Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { ["text/vnd.mermaid"] = "graph TD; Encoder-->Decoder;", ["text/plain"] = "" },
        });
        using var folder = new TemporaryFolder();
        var plotly = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plotly-basic.min.js"));
        var mermaid = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "mermaid.tiny.js"));
        File.WriteAllText(folder.File("page.html"), HtmlExport.Write(notebook, new HtmlExportOptions { PlotlyScript = plotly, MermaidScript = mermaid }).Html);

        var page = Dump(folder);

        Assert.Contains("class=\"main-svg\"", page);
        Assert.Contains("hidden=\"\"", page);
        Assert.Matches("""<svg id="diagram-0".*Decoder""", page.ReplaceLineEndings(" "));
        Assert.Contains(">offline true true</output>", page);
    }

    static string Dump(TemporaryFolder folder)
    {
        var start = new ProcessStartInfo("chromium", ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.File("profile")}", "--virtual-time-budget=10000", "--dump-dom", folder.File("page.html")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var page = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return page[page.IndexOf("<body>", StringComparison.Ordinal)..];
    }
}
