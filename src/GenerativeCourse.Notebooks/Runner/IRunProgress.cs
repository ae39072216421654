namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Told what a run does, from any thread; calls for one notebook come in order.</summary>
public interface IRunProgress
{
    /// <summary>A notebook with this many code cells starts.</summary>
    void Started(string notebook, int cells);

    /// <summary>A cell starts.</summary>
    void CellStarted(string notebook, int number, string source);

    /// <summary>A cell is still running; memory in bytes.</summary>
    void CellRunning(string notebook, int number, TimeSpan elapsed, long memory);

    /// <summary>A cell ended or is left out.</summary>
    void CellEnded(string notebook, CellResult cell);

    /// <summary>A notebook ended.</summary>
    void Ended(NotebookResult result);
}
