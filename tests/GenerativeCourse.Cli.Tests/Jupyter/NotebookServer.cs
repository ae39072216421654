using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GenerativeCourse.Cli.Kernels;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Tests.Jupyter;

/// <summary>Jupyter Notebook 6 with this build's kernel installed, under a name of its own, for one folder of notebooks.</summary>
sealed class NotebookServer : IDisposable
{
    const string Kernel = "csharp-of-the-test";
    readonly string folder = Directory.CreateTempSubdirectory("course-jupyter-").FullName;
    readonly StringBuilder log = new();
    readonly Process process;
    readonly int port;

    public NotebookServer()
    {
        var kernels = Path.Combine(folder, "prefix", "share", "jupyter", "kernels");
        new KernelInstaller(AppContext.BaseDirectory, new CourseFolder(Path.Combine(folder, "clone")), _ => { }).Install(kernels, Kernel, replace: false);
        Directory.CreateDirectory(Notebooks);
        port = FreePort();
        var start = new ProcessStartInfo("jupyter-notebook",
        [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={Notebooks}",
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Notebooks,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "prefix", "share", "jupyter");
        foreach (var kind in (string[])["CONFIG", "DATA", "RUNTIME"])
            start.Environment[$"JUPYTER_{kind}_DIR"] = Path.Combine(folder, kind);
        start.Environment["HOME"] = folder;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>A folder that goes with the server.</summary>
    public string Scratch => folder;

    /// <summary>What the server and its kernels wrote.</summary>
    public string Text
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    string Notebooks => Path.Combine(folder, "notebooks");

    /// <summary>Writes a notebook of C# cells and answers its page's address once the server is up.</summary>
    public async Task<string> Write(string name, IEnumerable<string> cells, CancellationToken cancellation)
    {
        var notebook = Notebook.Create();
        notebook.Metadata["kernelspec"]!["name"] = Kernel;
        foreach (var (index, source) in cells.Index())
            notebook.Cells.Add(NotebookCell.Code($"cell-{index}", source));
        notebook.Write(Path.Combine(Notebooks, name));
        using var client = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                (await client.GetAsync($"http://127.0.0.1:{port}/api/status", cancellation)).EnsureSuccessStatusCode();
                return $"http://127.0.0.1:{port}/notebooks/{name}";
            }
            catch (HttpRequestException) when (attempt < 600 && !process.HasExited)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    void Log(string? line)
    {
        lock (log)
            log.AppendLine(line);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
