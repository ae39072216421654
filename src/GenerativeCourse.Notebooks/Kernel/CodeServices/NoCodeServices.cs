namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Knows nothing of any code.</summary>
internal sealed class NoCodeServices : ICodeServices
{
    public CompleteReply Complete(string code, int cursorCodePoints) => new([], cursorCodePoints, cursorCodePoints);

    public InspectReply Inspect(string code, int cursorCodePoints, int detailLevel) => new(null);

    public IsCompleteReply IsComplete(string code) => new("unknown");
}
