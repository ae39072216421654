using System.CommandLine;
using GenerativeCourse.Cli.Publishing;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course publish</c>: makes a folder that runs on machines without a .NET SDK.</summary>
public static class PublishCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var target = new Option<string>("--out") { Description = "The folder to make.", HelpName = "DIR", Required = true }.AcceptFolder();
        var datasets = new Option<string[]?>("--datasets") { Description = "The datasets to take along; all of them without.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("publish", "Make a folder that runs lectures, benchmarks and torch tests on a Linux machine with libtorch and a C++ compiler, and no .NET SDK.") { target, datasets };
        command.SetAction((parsed, cancellation) => Run(parsed.GetRequiredValue(target), parsed.GetResult(datasets) is null ? null : parsed.GetValue(datasets), cancellation));
        return command;
    }

    static async Task<int> Run(string target, string[]? datasets, CancellationToken cancellation)
    {
        await new PublishedFolder(CourseFolder.Find(), datasets).Make(target, step => Console.Error.WriteLine($"course: publishing {step} ..."), cancellation);
        var files = new DirectoryInfo(target).EnumerateFiles("*", SearchOption.AllDirectories).ToList();
        Console.WriteLine($"{target}: {files.Count} files, {files.Sum(file => file.Length) / 1e6:0} MB. Copy it to the machine and start ./course there; LIBTORCH=FOLDER names its libtorch.");
        return 0;
    }
}
