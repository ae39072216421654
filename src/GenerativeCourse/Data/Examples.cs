namespace GenerativeCourse.Data;

/// <summary>Examples that are no tensors, such as verses or clips: some to train on and others to test on.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Train">To train on.</param>
/// <param name="Test">To test on.</param>
public sealed record Examples<T>(string Name, IReadOnlyList<T> Train, IReadOnlyList<T> Test)
{
    /// <summary>One line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Train.Count:N0} to train on, {Test.Count:N0} to test on");

    internal static Examples<T> Read(string name, Func<string, IReadOnlyList<T>> read) => new(name, read("train"), read("test"));
}
