using System.Diagnostics;
using System.Globalization;
using GenerativeCourse.Figures;

namespace GenerativeCourse.Training;

/// <summary>A curve of the loss in the notebook, drawn anew while training goes on; what stays at the end holds no timings, so that a clean run repeats it.</summary>
sealed class NotebookCurve : ITrainingDisplay
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    readonly Stopwatch sinceLast = Stopwatch.StartNew();
    Action<object>? update;

    public void Show(TrainingProgress progress)
    {
        if (!progress.IsLast && (progress.History.Count < 2 || sinceLast.Elapsed < Pause))
            return;
        sinceLast.Restart();
        Figure figure = Draw(progress);
        if (update is null)
            update = NotebookDisplay.Show(figure);
        else
            update(figure);
    }

    internal static Figure Draw(TrainingProgress progress)
    {
        double[] steps = [.. progress.History.Select(point => (double)point.Step)], losses = [.. progress.History.Select(point => point.Loss)];
        string title = progress.IsLast
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Name}: {progress.Steps:N0} steps, loss {losses[^1]:G5}")
            : string.Create(CultureInfo.InvariantCulture, $"{progress.Name}: step {progress.Step:N0} of {progress.Steps:N0}, loss {progress.Loss:G5}, {progress.StepsPerSecond:F0} steps/s, {progress.Left:m\\:ss} left");
        // The first stretch is far above the rest and would flatten the curve.
        double[] settled = losses.Length > 20 ? losses[(losses.Length / 20)..] : losses;
        double low = settled.Min(), high = settled.Max(), margin = Math.Max(1e-9, 0.05 * (high - low));
        return new Figure(title, "step", progress.Unit == "" ? "loss" : $"loss, {progress.Unit}")
            .Line(steps, losses)
            .XRange(0, progress.Steps)
            .YRange(low - margin, high + margin)
            .Legend(false)
            .Alt($"The training loss of {progress.Name} over {progress.Steps} steps, ending at {losses[^1].ToString("G5", CultureInfo.InvariantCulture)}");
    }
}
