namespace TorchSharp;

/// <summary>While it is on, backward names the operation whose gradient is NaN or fails.</summary>
public class AnomalyMode : IDisposable
{
    readonly bool before = IsEnabled, checkedBefore = ShouldCheckNaN;

    public AnomalyMode(bool enabled, bool check_nan = true) => Bridge.bridge_set_anomaly(enabled ? 1 : 0, check_nan ? 1 : 0);

    public static bool IsEnabled => Bridge.bridge_anomaly() != 0;

    public static bool ShouldCheckNaN => Bridge.bridge_anomaly_checks_nan() != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Bridge.bridge_set_anomaly(before ? 1 : 0, checkedBefore ? 1 : 0);
    }
}
