using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>One step from a lecture to what students get. Steps are short, and their order is all that they know of each other.</summary>
public interface IReleasePass
{
    /// <summary>Changes the notebook.</summary>
    /// <exception cref="AssignmentException">The notebook breaks a rule; the message names the cell.</exception>
    void Apply(Notebook notebook);
}
