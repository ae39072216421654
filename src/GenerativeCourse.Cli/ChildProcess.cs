using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace GenerativeCourse.Cli;

/// <summary>Starts other programs and waits for them; a cancelled wait ends the program and what it started.</summary>
public static class ChildProcess
{
    /// <summary>Runs a program, handing each line of its output and errors on as it comes, and answers its exit code.</summary>
    /// <exception cref="UserException">There is no such program.</exception>
    public static async Task<int> Run(
        string program, IEnumerable<string> arguments, Action<string>? output = null, Action<string>? error = null,
        IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancellation = default)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = output is not null, RedirectStandardError = error is not null };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) output!(line.Data); };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) error!(line.Data); };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new UserException($"{program} was not found");
        }
        if (output is not null)
            process.BeginOutputReadLine();
        if (error is not null)
            process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }

    /// <summary>Runs a program and answers its exit code with all that it wrote; code 127 and no output where there is no such program.</summary>
    public static async Task<(int ExitCode, string Output)> Capture(string program, IEnumerable<string> arguments, CancellationToken cancellation = default, IReadOnlyDictionary<string, string>? environment = null)
    {
        var text = new StringBuilder();
        void Add(string line)
        {
            lock (text)
                text.AppendLine(line);
        }
        try
        {
            return (await Run(program, arguments, Add, Add, environment, cancellation), text.ToString());
        }
        catch (UserException)
        {
            return (127, "");
        }
    }
}
