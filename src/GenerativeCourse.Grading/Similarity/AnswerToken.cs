namespace GenerativeCourse.Grading.Similarity;

/// <summary>One token of an answer, as it is compared, and where it stands in the text.</summary>
/// <param name="Text">The token with what a copier would change made equal: names of its own, layout, comments.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
public readonly record struct AnswerToken(string Text, int Start, int End);
