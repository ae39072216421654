using GenerativeCourse.Training;

namespace GenerativeCourse.Models;

/// <summary>The models that <c>course train</c> knows.</summary>
public static class Trainables
{
    /// <summary>In the order of the lectures.</summary>
    public static IReadOnlyList<ITrainable> All { get; } = [new VaeTraining()];
}
