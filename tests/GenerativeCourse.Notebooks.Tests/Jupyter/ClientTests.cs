using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>The kernel under the clients that people use.</summary>
[Collection(nameof(KernelProcesses))]
public sealed class ClientTests(NodePackages packages) : IClassFixture<NodePackages>, IDisposable
{
    readonly ClientRun clients = new();

    public void Dispose() => clients.Dispose();

    [Theory]
    [InlineData("tcp")]
    [InlineData("ipc")]
    public void Jupyter_client_drives_a_session_over_libzmq(string transport)
    {
        Peer.Require("python3-jupyter-client");
        Assert.EndsWith("done\n", clients.Python("client.py", transport));
    }

    [Fact]
    public void Nbclient_runs_a_notebook_interrupts_a_cell_and_names_one_that_ends_the_process()
    {
        Peer.Require("python3-nbclient");
        var (output, errors) = clients.Run(Cli.Testing.PeerPackage.Python, ClientRun.Script("notebook.py"));
        var cells = JsonNode.Parse(output)!.AsArray();

        Assert.Equal("before\n", (string?)cells[0]![0]!["text"]);
        Assert.Equal("42", (string?)cells[0]![1]!["data"]!["text/plain"]);
        Assert.Equal("<b>bold</b>", (string?)cells[1]![0]!["data"]!["text/html"]);
        Assert.Equal("after", (string?)cells[2]![0]!["data"]!["text/plain"]);
        Assert.Equal("told", (string?)cells[3]![0]!["evalue"]);
        Assert.Equal("Interrupted", (string?)cells[4]![0]!["ename"]);
        Assert.Equal("21", (string?)cells[5]![0]!["data"]!["text/plain"]);
        Assert.Contains("StackOverflow", errors);
        Assert.Contains("Deep(0)", errors);
    }

    [Fact]
    public void Nbconvert_runs_a_notebook_and_writes_it()
    {
        Peer.Require("python3-nbconvert");
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Code("a", "Enumerable.Range(1, 4).Sum()"));
        notebook.Metadata["kernelspec"] = new JsonObject { ["name"] = "course-test", ["display_name"] = "C#", ["language"] = "C#" };
        var file = Path.Combine(clients.Folder, "in.ipynb");
        File.WriteAllBytes(file, notebook.ToBytes());

        clients.Run(Cli.Testing.PeerPackage.Python, "-m", "nbconvert", "--to", "html", "--execute", file);

        var page = File.ReadAllText(Path.ChangeExtension(file, "html"));
        Assert.Contains("<pre>10</pre>", page);
    }

    [Fact]
    public void The_console_shows_asks_and_interrupts()
    {
        Peer.Require("jupyter-console");
        Peer.Require("python3-pexpect");
        Assert.EndsWith("done\n", clients.Python("console.py"));
    }

    // VS Code's Jupyter extension speaks through JupyterLab's services, and these through zeromq.js.
    [Theory]
    [InlineData("zeromq.js")]
    [InlineData("vscode.js")]
    public async Task The_libraries_of_VS_Code_drive_a_session_and_outlive_a_restart(string script)
    {
        Peer.Require("npm");
        using var kernel = new KernelProcess();
        using var process = clients.Start("node", packages.Script(script), kernel.ConnectionFile);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(line == "restart", line ?? await errors);
        kernel.Process.Kill();
        await kernel.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        kernel.StartAgain();
        await process.StandardInput.WriteLineAsync();

        Assert.Equal("done\n", ClientRun.AwaitEnd(process, errors).Output);
        Assert.Equal(0, kernel.AwaitExit());
    }
}
