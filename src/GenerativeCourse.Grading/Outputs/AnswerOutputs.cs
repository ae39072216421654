namespace GenerativeCourse.Grading.Outputs;

/// <summary>What an exercise's cells printed and drew. It is for who grades: no feedback holds any of it.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Submitted">What the student's file says; nobody has checked it.</param>
/// <param name="Graded">What came when it was graded, up to the first hidden input.</param>
/// <param name="Attachments">Pictures that a written answer carries, by their names.</param>
public sealed record AnswerOutputs(string Exercise, IReadOnlyList<CellOutput> Submitted, IReadOnlyList<CellOutput> Graded, IReadOnlyDictionary<string, CellOutput> Attachments);
