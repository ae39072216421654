namespace GenerativeCourse.Grading.Packing;

/// <summary>A question that shows, asked in person, whether an answer is understood.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Answer">What a good answer holds.</param>
public sealed record OralQuestion(string Question, string Answer);
