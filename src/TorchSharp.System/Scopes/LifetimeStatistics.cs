namespace TorchSharp;

/// <summary>Counts of one kind of disposable on one thread.</summary>
public class LifetimeStatistics
{
    public long CreatedOutsideScopeCount { get; internal set; }
    public long DisposedOutsideScopeCount { get; internal set; }
    public long CreatedInScopeCount { get; internal set; }
    public long AttachedToScopeCount { get; internal set; }
    public long DisposedInScopeCount { get; internal set; }
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Made less disposed.</summary>
    public long ThreadTotalLiveCount => CreatedOutsideScopeCount + CreatedInScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    /// <summary>Sets every count to zero.</summary>
    public void Reset() => CreatedOutsideScopeCount = DisposedOutsideScopeCount = CreatedInScopeCount = AttachedToScopeCount = DisposedInScopeCount = DetachedFromScopeCount = 0;

    public override string ToString() =>
        $"Created in scope: {CreatedInScopeCount}, outside: {CreatedOutsideScopeCount}; disposed in scope: {DisposedInScopeCount}, outside: {DisposedOutsideScopeCount}; attached: {AttachedToScopeCount}, detached: {DetachedFromScopeCount}";
}
