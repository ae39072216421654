namespace GenerativeCourse.Grading.Similarity;

/// <summary>A passage that two answers share: its first character in each and the one behind its last, and how many tokens it has.</summary>
public sealed record MatchingPassage(int FirstStart, int FirstEnd, int SecondStart, int SecondEnd, int Tokens);
