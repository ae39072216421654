using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Notebooks.Kernel.Formatting;

/// <summary>Sets the formatting engine up where no stop can reach it: a static constructor that is aborted stays broken for the process's life.</summary>
internal static class FormattingWarmUp
{
    static readonly Lazy<Task> Done = new(() => Task.Run(() =>
    {
        object[] samples = [new[] { 1 }, new { A = 1, B = new[] { "x" } }, new Dictionary<string, int> { ["x"] = 1 }];
        foreach (var sample in samples)
        {
            sample.ToDisplayString("text/html");
            sample.ToDisplayString("text/plain");
        }
    }));

    /// <summary>Begins in the background, if it has not begun.</summary>
    public static void Start() => _ = Done.Value;

    /// <summary>Waits until the engine is ready.</summary>
    public static void Wait() => Done.Value.Wait();
}
