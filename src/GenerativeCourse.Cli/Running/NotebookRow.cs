using System.Globalization;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Cli.Running;

/// <summary>What the table shows of one notebook, while it runs and after.</summary>
public sealed class NotebookRow(string name)
{
    /// <summary>What the notebook is called.</summary>
    public string Name { get; } = name;

    /// <summary>Its code cells; 0 until it starts.</summary>
    public int Cells { get; set; }

    /// <summary>The cells that are over.</summary>
    public int Done { get; set; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Resident memory in bytes: the highest seen.</summary>
    public long Memory { get; set; }

    /// <summary>When it started, while it runs.</summary>
    public DateTime? Running { get; set; }

    /// <summary>What it does, or how it ended.</summary>
    public string State { get; set; } = "";

    /// <summary>Whether it ended well; null before its end.</summary>
    public bool? Well { get; set; }

    /// <summary>Takes over the end of a notebook.</summary>
    public void End(NotebookResult result)
    {
        (Running, Elapsed, Memory) = (null, result.Duration, Math.Max(Memory, result.PeakMemory));
        Done = result.Cells.Count(cell => cell.Verdict != CellVerdict.NotReached);
        Well = result.Succeeded;
        State = Verdict(result);
    }

    /// <summary>Takes over that a notebook could not be run at all.</summary>
    public void Refuse() => (Running, Well, State) = (null, false, "cannot be run");

    /// <summary>One word or two on how a notebook ended.</summary>
    public static string Verdict(NotebookResult result) => result.Failures.ToList() switch
    {
        [] => "ran",
        [var only] when !result.Completed || result.Cells[^1] == only => $"failed in [{only.Number}]: {only.Failure!.Name}",
        [var only] => $"1 error, in [{only.Number}]: {only.Failure!.Name}",
        var several => $"{several.Count} errors, the first in [{several[0].Number}]: {several[0].Failure!.Name}",
    };

    /// <summary>Seconds with one decimal.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
