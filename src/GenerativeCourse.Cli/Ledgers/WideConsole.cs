using Spectre.Console;

namespace GenerativeCourse.Cli.Ledgers;

/// <summary>A console for tables: as wide as the terminal, and wide enough for files and pipes.</summary>
static class WideConsole
{
    const int PipeWidth = 160;

    /// <summary>Makes it.</summary>
    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (Console.IsOutputRedirected)
            console.Profile.Width = PipeWidth;
        return console;
    }
}
