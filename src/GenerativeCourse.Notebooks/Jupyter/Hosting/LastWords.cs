using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Jupyter.Hosting;

/// <summary>Notices that a cell ends the process, in time to say so.</summary>
internal static class LastWords
{
    /// <summary>Has <paramref name="say"/> called with the reason.</summary>
    public static void Watch(Action<CellFailure> say)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => say(ProcessDeath.Explain(Environment.ExitCode, ""));
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
        {
            var exception = (Exception)thrown.ExceptionObject;
            say(ProcessDeath.Explain(0, $"Unhandled exception. {exception.GetType().FullName}: {exception.Message.ReplaceLineEndings(" ")}"));
        };
    }
}
