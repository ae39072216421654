using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Says why a worker's process ended, from its exit code and from what the runtime wrote to standard error.</summary>
static partial class ProcessDeath
{
    const int SignalBase = 128;

    public static CellFailure Explain(int exitCode, string errorText)
    {
        if (StackOverflow().IsMatch(errorText))
            return new(FailureKind.StackOverflow, "The stack overflowed: does a function call itself without end?");
        if (OutOfMemory().IsMatch(errorText))
            return new(FailureKind.MemoryLimit, "There was no memory left.");
        if (Unhandled().Match(errorText) is { Success: true } unhandled)
            return new(FailureKind.UnhandledException, $"An exception on another thread ended the process: {unhandled.Groups[1].Value.Trim()}");
        if (Failed().Match(errorText) is { Success: true } fatal)
            return new(FailureKind.ProcessCrashed, $"The runtime ended the process: {fatal.Groups[1].Value.Trim()}");
        return exitCode > SignalBase && !OperatingSystem.IsWindows()
            ? new(FailureKind.ProcessCrashed, Signal(exitCode - SignalBase))
            : new(FailureKind.ProcessExited, $"The code ended its process (exit code {exitCode}).");
    }

    /// <summary>Whether text on standard error is the runtime's own last word before it ends the process.</summary>
    public static bool IsLastWord(string errorText) => StackOverflow().IsMatch(errorText) || OutOfMemory().IsMatch(errorText) || Failed().IsMatch(errorText);

    static string Signal(int number) => number switch
    {
        4 => "Native code ended the process with SIGILL: it was built for another processor.",
        6 => "Native code ended the process with SIGABRT.",
        7 => "Native code ended the process with SIGBUS.",
        8 => "Native code ended the process with SIGFPE.",
        9 => "The system ended the process with SIGKILL, most likely for want of memory.",
        11 => "Native code ended the process with SIGSEGV: it read or wrote memory that is not its own.",
        15 => "Somebody ended the process with SIGTERM.",
        _ => $"Signal {number} ended the process.",
    };

    [GeneratedRegex(@"^Stack overflow\.", RegexOptions.Multiline)]
    private static partial Regex StackOverflow();

    [GeneratedRegex(@"^Out of memory\.", RegexOptions.Multiline)]
    private static partial Regex OutOfMemory();

    [GeneratedRegex(@"^Unhandled exception\. (.+)$", RegexOptions.Multiline)]
    private static partial Regex Unhandled();

    [GeneratedRegex(@"^(?:Process terminated\. |Fatal error\. )(.+)$", RegexOptions.Multiline)]
    private static partial Regex Failed();
}
