namespace GenerativeCourse.Grading.Similarity;

/// <summary>Two answers to one exercise that share more than chance and the task explain. It is something for a person to look at, and no mark.</summary>
/// <param name="First">One student.</param>
/// <param name="Second">The other.</param>
/// <param name="Share">The part of the shorter answer's telling fingerprints that the other has too, 0 to 1.</param>
/// <param name="Shared">How many telling fingerprints they share.</param>
/// <param name="IsSame">Whether the answers differ in names, layout and comments only.</param>
public sealed record SimilarPair(string First, string Second, double Share, int Shared, bool IsSame);
