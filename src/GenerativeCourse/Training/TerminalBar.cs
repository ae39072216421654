using System.Diagnostics;
using System.Globalization;

namespace GenerativeCourse.Training;

/// <summary>A bar with loss, rate and time left that is written over itself; where there is no terminal, a line every ten seconds.</summary>
sealed class TerminalBar(TextWriter writer, bool isTerminal) : ITrainingDisplay
{
    const int Cells = 24;
    readonly Stopwatch sinceLast = Stopwatch.StartNew();
    readonly TimeSpan pause = isTerminal ? TimeSpan.FromSeconds(0.2) : TimeSpan.FromSeconds(10);
    bool shown;

    public void Show(TrainingProgress progress)
    {
        if (shown && !progress.IsLast && sinceLast.Elapsed < pause)
            return;
        shown = true;
        sinceLast.Restart();
        string line = Line(progress);
        if (!isTerminal)
            writer.WriteLine(line);
        else
            writer.Write(progress.IsLast ? $"\r\e[K{line}\n" : $"\r\e[K{line}");
        writer.Flush();
    }

    internal static string Line(TrainingProgress progress)
    {
        int full = (int)(Cells * progress.Step / Math.Max(1, progress.Steps));
        string left = progress.IsLast ? "done" : $"{Clock(progress.Left)} left";
        return string.Create(CultureInfo.InvariantCulture,
            $"{progress.Name} [{new string('=', full)}{new string(' ', Cells - full)}] {progress.Step}/{progress.Steps}  loss {progress.Loss:G5}  lr {progress.LearningRate:G3}  {progress.StepsPerSecond:F1} steps/s  {left}");
    }

    static string Clock(TimeSpan left) => left.TotalHours >= 1 ? $"{(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00}" : $"{left.Minutes}:{left.Seconds:00}";
}
