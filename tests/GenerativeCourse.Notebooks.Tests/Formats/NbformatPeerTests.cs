using System.Diagnostics;
using System.Text.Json.Nodes;
using GenerativeCourse.Cli.Testing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Tests.Formats;

/// <summary>Compares what is written with what Python's nbformat writes for the same file.</summary>
public sealed class NbformatPeerTests
{
    const string Script = """
        import json, nbformat, os, sys
        folder = sys.argv[1]
        for name in sorted(os.listdir(folder)):
            if name.endswith('.ipynb'):
                path = os.path.join(folder, name)
                nb = nbformat.read(path, as_version=4)
                nbformat.validate(nb)
                nbformat.write(nb, path + '.peer')
        """;

    [Fact]
    public void Writes_the_bytes_that_nbformat_writes()
    {
        Peer.Require("python3-nbformat");
        using var folder = new TemporaryFolder();
        for (var seed = 0; seed < 40; seed++)
            Random(new Random(seed)).Write(folder.File($"{seed}.ipynb"));

        var (exitCode, errors) = Python(Script, folder.Path);

        Assert.True(exitCode == 0, errors);
        Assert.All(Directory.GetFiles(folder.Path, "*.ipynb"), path =>
            Assert.Equal(File.ReadAllText(path + ".peer"), File.ReadAllText(path)));
    }

    static Notebook Random(Random random)
    {
        var notebook = Notebook.Create();
        notebook.Metadata[Text(random)] = Value(random, 3);
        for (var i = 0; i < 6; i++)
        {
            var cell = i % 2 == 0 ? NotebookCell.Code($"c{i}", Text(random)) : NotebookCell.Markdown($"m{i}", Text(random));
            cell.Metadata[Text(random)] = Value(random, 3);
            if (cell.Kind == CellKind.Code)
                Outputs(cell.Outputs, random);
            else
                cell.Node["attachments"] = new JsonObject { ["a"] = new JsonObject { ["image/svg+xml"] = Text(random), ["image/png"] = "QUJD\n" } };
            notebook.Cells.Add(cell);
        }
        return notebook;
    }

    static void Outputs(JsonArray outputs, Random random)
    {
        outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Text(random) });
        outputs.Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject { ["x"] = Value(random, 2) },
            ["data"] = new JsonObject
            {
                ["text/plain"] = Text(random),
                ["text/html"] = Text(random),
                ["image/png"] = "QUJD\nQUJD",
                ["application/javascript"] = Text(random),
                ["application/json"] = Value(random, 3),
                ["application/vnd.plotly.v1+json"] = new JsonObject { ["a"] = Text(random) },
            },
        });
        outputs.Add(new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = Text(random), ["traceback"] = new JsonArray(Text(random)) });
    }

    static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(),
        3 => random.Next(1000) / 8.0 + 0.5,
        4 => Text(random),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create(Text(random) + i, Value(random, depth - 1)))),
    };

    static string Text(Random random)
    {
        string[] pieces = ["a", "B", "\n", "\r\n", "\r", "\t", "\"", "\\", "é", "漢", "😀", "\uff5e", "\u2028", "\u0085", "\v", "\u001d", "\u0001", "\u007f", "</", "'"];
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    static (int ExitCode, string Errors) Python(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(PeerPackage.Python, ["-c", script, .. arguments]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
