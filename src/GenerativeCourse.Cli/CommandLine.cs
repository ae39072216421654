using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using GenerativeCourse.Evaluation;
using GenerativeCourse.Grading;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli;

/// <summary>Parses the arguments and runs the command that they name: exit code 2 and one line for a mistake of the user.</summary>
public static class CommandLine
{
    /// <summary>Runs the command that <paramref name="args"/> name under <paramref name="root"/> and answers its exit code; what was wrong goes to <paramref name="errors"/>.</summary>
    public static int Run(Command root, IReadOnlyList<string> args, TextWriter? errors = null)
    {
        errors ??= Console.Error;
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction || Dashed(parsed) is not null)
        {
            errors.WriteLine($"course: {Mistake(parsed)}");
            return 2;
        }
        try
        {
            // Training ends its step and saves before it stops; leaving while libtorch computes is a segmentation fault, and the two seconds by default are short for a step on a busy machine.
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
        }
        catch (Exception mistake) when (IsUsersMistake(mistake))
        {
            errors.WriteLine($"course: {mistake.Message}");
            return 2;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("course: interrupted");
            return 130;
        }
    }

    // What the libraries say of a user's files, and the system of a user's folders. A method of its own, so that no library is loaded before there is a mistake.
    static bool IsUsersMistake(Exception error) =>
        error is UserException or NotebookFormatException or AssignmentException or ResultException or IOException or UnauthorizedAccessException;

    // A misspelt option that a command with arguments would take for one of them; a number is none.
    static string? Dashed(ParseResult parsed) => parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
        .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value is ['-', not (>= '0' and <= '9'), ..])?.Value;

    static string Mistake(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"{Path(command)} --help";
        if ((Dashed(parsed) ?? parsed.UnmatchedTokens.FirstOrDefault()) is not { } token)
            return $"{parsed.Errors[0].Message} See `{help}`.";
        var names = command.Subcommands.SelectMany(sub => sub.Aliases.Append(sub.Name))
            .Concat(command.Options.SelectMany(option => option.Aliases.Append(option.Name)));
        var near = names.Where(name => Distance(name, token) <= 2).MinBy(name => Distance(name, token));
        var kind = token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return $"there is no {kind} {token}{(near is null ? "." : $"; did you mean {near}?")} See `{help}`.";
    }

    static string Path(Symbol command) => command.Parents.FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : command.Name;

    // Levenshtein's distance: how many letters to change, add or drop.
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
