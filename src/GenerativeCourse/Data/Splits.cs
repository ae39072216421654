namespace GenerativeCourse.Data;

/// <summary>What there is to train on and what there is to test on.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Train">To train on.</param>
/// <param name="Test">To test on.</param>
public sealed record Splits<T>(string Name, T Train, T Test) : IDisposable where T : IDisposable
{
    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
    }

    /// <summary>One line.</summary>
    public override string ToString() => $"{Name}: {Train} to train on; {Test} to test on";

    // Loads both splits, or neither.
    internal static Splits<T> Read(string name, Func<string, T> read)
    {
        var train = read("train");
        try
        {
            return new Splits<T>(name, train, read("test"));
        }
        catch
        {
            train.Dispose();
            throw;
        }
    }
}
