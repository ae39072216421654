namespace GenerativeCourse.Notebooks.Kernel.Errors;

/// <summary>The person at the front end stopped the cell.</summary>
internal sealed class InterruptedException() : OperationCanceledException(Text)
{
    /// <summary>What is said of it.</summary>
    public const string Text = "The cell was stopped. What it had done until then is kept.";
}
