namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>
/// What an editor asks of a kernel about code that is being written. Called one at a time, on a thread that is not the cells' own, also while a cell runs;
/// never throws for what the code is. Offsets count Unicode code points, as Jupyter's do.
/// </summary>
public interface ICodeServices
{
    /// <summary>What may stand at the cursor, the likeliest first.</summary>
    CompleteReply Complete(string code, int cursorCodePoints);

    /// <summary>What is known of the name at the cursor; <paramref name="detailLevel"/> 1 asks for more than 0.</summary>
    InspectReply Inspect(string code, int cursorCodePoints, int detailLevel);

    /// <summary>Whether the code can be run as it is: a console asks at each Enter.</summary>
    IsCompleteReply IsComplete(string code);
}
