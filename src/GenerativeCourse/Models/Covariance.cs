namespace GenerativeCourse.Models;

/// <summary>Which covariance matrices the components of a mixture may have.</summary>
public enum Covariance
{
    /// <summary>Each component has its own, (K, D, D).</summary>
    Full,

    /// <summary>Each component has its own variance in each column, and no correlation, (K, D).</summary>
    Diagonal,

    /// <summary>All components share one, (D, D).</summary>
    Tied,
}
