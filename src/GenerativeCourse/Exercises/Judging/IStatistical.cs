namespace GenerativeCourse.Exercises.Judging;

/// <summary>An expectation that a right answer misses by chance.</summary>
public interface IStatistical
{
    /// <summary>How often it does, at most.</summary>
    double FalseFail { get; }
}
