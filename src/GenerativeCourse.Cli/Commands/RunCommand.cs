using System.CommandLine;
using System.CommandLine.Parsing;
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
        var profile = new Option<string>("--profile")
        {
            Description = "How much is trained: quick or full.",
            HelpName = "quick|full",
            DefaultValueFactory = _ => "quick",
            CustomParser = result => Parse(result, word => word is "quick" or "full" ? word : null, "is quick or full"),
        };
        profile.CompletionSources.Add("quick", "full");
        var device = new Option<string?>("--device") { Description = "Where tensors live: cpu, cuda, cuda:1; a GPU when there is one without.", HelpName = "DEVICE" };
        var jobs = new Option<int?>("--jobs")
        {
            Description = "Notebooks at a time, which share the cores; one without.",
            HelpName = "N",
            CustomParser = result => Parse(result, word => int.TryParse(word, out var n) && n >= 1 ? n : (int?)null, "wants a whole number from 1"),
        };
        var timeout = new Option<double?>("--timeout")
        {
            Description = "Seconds that a cell may run, 0 for no limit; 600 in the quick profile, no limit in the full one.",
            HelpName = "S",
            CustomParser = result => Parse(result, Seconds, "wants seconds, 0 for no limit"),
        };
        var memory = new Option<long?>("--memory")
        {
            Description = "Memory that a notebook may use, such as 8G or 500M, 0 for no limit; its share of 80 % of the machine's without.",
            HelpName = "SIZE",
            CustomParser = result => Parse(result, MemorySize.Parse, "wants a size such as 8G or 500M, 0 for no limit"),
        };
        var output = new Option<string?>("--out") { Description = "Folder to write to; out/notebooks of the course without.", HelpName = "DIR" };
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
                Profile = parsed.GetValue(profile)!,
                Device = parsed.GetValue(device),
                Jobs = parsed.GetValue(jobs) ?? 1,
                Timeout = parsed.GetValue(timeout),
                Memory = parsed.GetValue(memory),
                Out = parsed.GetValue(output),
                InPlace = parsed.GetValue(inPlace),
                AllowErrors = parsed.GetValue(allowErrors),
                JUnit = parsed.GetValue(junit),
            },
            cancellation));
        return command;
    }

    static double? Seconds(string word) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 1e6 ? seconds : null;

    static T? Parse<T>(ArgumentResult result, Func<string, T?> read, string rule)
    {
        var value = read(result.Tokens[0].Value);
        if (value is null)
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} {rule}, not {result.Tokens[0].Value}.");
        return value;
    }
}
