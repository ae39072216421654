namespace GenerativeCourse.Grading.Submissions;

/// <summary>What one student handed in.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Notebooks">The notebooks' bytes by their names without the ending; what is missing was not handed in.</param>
/// <param name="Timestamp">When; null where nothing says so.</param>
public sealed record Submission(string Student, IReadOnlyDictionary<string, byte[]> Notebooks, DateTimeOffset? Timestamp = null);
