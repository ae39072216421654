namespace GenerativeCourse.Training;

/// <summary>Shows a learner how training goes.</summary>
public interface ITrainingDisplay
{
    /// <summary>Called a few times a second, and once at the end.</summary>
    void Show(TrainingProgress progress);
}

/// <summary>The displays that are there.</summary>
public static class TrainingDisplays
{
    /// <summary>Shows nothing.</summary>
    public static ITrainingDisplay None { get; } = new Nothing();

    /// <summary>A curve that moves in a notebook, a bar in a terminal, a line now and then elsewhere.</summary>
    public static ITrainingDisplay Automatic() => NotebookDisplay.IsThere ? new NotebookCurve() : Terminal();

    /// <summary>A bar in a terminal, a line now and then elsewhere, on standard error.</summary>
    public static ITrainingDisplay Terminal() => new TerminalBar(Console.Error, !Console.IsErrorRedirected);

    sealed class Nothing : ITrainingDisplay
    {
        public void Show(TrainingProgress progress) { }
    }
}
