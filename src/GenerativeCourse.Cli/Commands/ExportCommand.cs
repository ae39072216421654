using System.CommandLine;
using System.Text;
using GenerativeCourse.Cli.Running;
using GenerativeCourse.Notebooks.Export;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course export</c>: writes notebooks as HTML pages that work offline.</summary>
public static class ExportCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK") { Description = "Notebooks: files, folders, or a lecture's number or name such as 06; all lectures without.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--out") { Description = "Folder to write to; out/html of the course without.", HelpName = "DIR" }.AcceptFolder();
        var command = new Command("export", "Write notebooks, with the outputs that they have, as HTML pages that work offline.") { notebooks, output };
        command.SetAction(parsed => Run(parsed.GetValue(notebooks) ?? [], parsed.GetValue(output)));
        return command;
    }

    static int Run(string[] asked, string? output)
    {
        var course = CourseFolder.Find();
        var folder = Path.GetFullPath(output ?? course["out", "html"]);
        var code = 0;
        foreach (var path in NotebookChoice.Find(asked, course["notebooks"]))
        {
            try
            {
                var name = Path.GetFileNameWithoutExtension(path);
                var page = HtmlExport.Write(Notebook.Read(path), new HtmlExportOptions
                {
                    Folder = Path.GetDirectoryName(path),
                    Title = name,
                    PlotlyScript = Script("plotly-basic.min.js"),
                    MermaidScript = Script("mermaid.tiny.js"),
                });
                Directory.CreateDirectory(folder);
                var target = Path.Combine(folder, name + ".html");
                var bytes = Encoding.UTF8.GetBytes(page.Html);
                WholeFile.Write(target, bytes);
                Console.WriteLine($"{target} ({MemorySize.Show(bytes.Length)})");
                foreach (var problem in page.Problems)
                    Console.Error.WriteLine($"{Path.GetFileName(path)}: {problem}");
            }
            catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"course: {error.Message}");
                code = 1;
            }
        }
        return code;
    }

    static string? Script(string name) => Path.Combine(AppContext.BaseDirectory, name) is var path && File.Exists(path) ? File.ReadAllText(path) : null;
}
