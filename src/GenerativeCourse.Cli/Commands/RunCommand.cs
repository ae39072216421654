using System.CommandLine;
using System.Globalization;
using GenerativeCourse.Cli.Running;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course run</c>: executes notebooks and writes them with their outputs.</summary>
public static class RunCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK") { Description = "Notebooks: files, folders, or a lecture's number or name such as 06; all lectures without.", Arity = ArgumentArity.ZeroOrMore };
        var profile = Checked("--profile", "quick|full", "How much is trained: quick, as without, or full.", word => word is "quick" or "full", "is quick or full");
        profile.CompletionSources.Add("quick", "full");
        var device = Checked("--device", "DEVICE", "Where tensors live: cpu, cuda, cuda:1; a GPU when there is one without.",
            word => word is "cpu" or "cuda" || (word.StartsWith("cuda:", StringComparison.Ordinal) && byte.TryParse(word.AsSpan("cuda:".Length), out _)), "is cpu, cuda or cuda:N");
        // Options of strings: each further type costs the start of every run its compilation.
        var jobs = Checked("--jobs", "N", "Notebooks at a time, which share the cores; one without.",
            word => Count(word) is not null, "wants a whole number from 1");
        var timeout = Checked("--timeout", "S", "Seconds that a cell may run, 0 for no limit; 600 in the quick profile, no limit in the full one.",
            word => Seconds(word) is not null, "wants seconds, 0 for no limit");
        var memory = Checked("--memory", "SIZE", "Memory that a notebook may use, such as 8G or 500M, 0 for no limit; its share of 80 % of the machine's without.",
            word => MemorySize.Parse(word) is not null, "wants a size such as 8G or 500M, 0 for no limit");
        var output = new Option<string?>("--out") { Description = "Folder to write to; out/notebooks of the course without.", HelpName = "DIR" }.AcceptFolder();
        var inPlace = new Option<bool>("--in-place") { Description = "Rewrite the notebooks; a cell's old outputs stay when only timings changed." };
        var allowErrors = new Option<bool>("--allow-errors") { Description = "Go on after a cell that failed." };
        var junit = new Option<string?>("--junit") { Description = "Write the results as JUnit XML.", HelpName = "FILE" };
        var command = new Command("run", "Run notebooks, each in a process of its own.") { notebooks, profile, device, jobs, timeout, memory, output, inPlace, allowErrors, junit };
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is not null && result.GetValue(inPlace))
                result.AddError("--out and --in-place exclude each other.");
        });
        command.SetAction((parsed, cancellation) => NotebookBatch.Run(
            new RunRequest
            {
                Notebooks = parsed.GetValue(notebooks) ?? [],
                Profile = parsed.GetValue(profile) ?? "quick",
                Device = parsed.GetValue(device),
                Jobs = parsed.GetValue(jobs) is { } count ? Count(count)!.Value : 1,
                Timeout = parsed.GetValue(timeout) is { } seconds ? Seconds(seconds) : null,
                Memory = parsed.GetValue(memory) is { } size ? MemorySize.Parse(size) : null,
                Out = parsed.GetValue(output),
                InPlace = parsed.GetValue(inPlace),
                AllowErrors = parsed.GetValue(allowErrors),
                JUnit = parsed.GetValue(junit),
            },
            cancellation));
        return command;
    }

    static Option<string?> Checked(string name, string helpName, string description, Func<string, bool> valid, string rule) =>
        new Option<string?>(name) { Description = description, HelpName = helpName }.AcceptOnly(valid, rule);

    static int? Count(string word) => int.TryParse(word, out var count) && count >= 1 ? count : null;

    static double? Seconds(string word) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 1e6 ? seconds : null;
}
