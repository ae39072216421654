using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Grading.Similarity;
using GenerativeCourse.Grading.Writers;

namespace GenerativeCourse.Grading.Serving;

/// <summary>A gradebook under review: what the pages show, always as the file has it now, and what a person changes.</summary>
sealed class ReviewSession(string folder, Gradebook gradebook, Func<string, string, LectureExercise?> lecture) : IDisposable
{
    readonly Lock gate = new();
    readonly Dictionary<string, (string Of, IReadOnlyList<SimilarPair> Pairs)> similar = [];
    ReviewedClass? read;
    (DateTime, long) readAt;

    /// <summary>Grades given since the files were written last.</summary>
    public int Unwritten { get; private set; }

    /// <summary>Whether the grader wants no names beside the answers.</summary>
    public bool IsBlind { get; set; }

    /// <summary>Where the files are.</summary>
    public string Folder => folder;

    /// <summary>The class; read again when somebody else, such as a new grading run, has written to the gradebook.</summary>
    public ReviewedClass Class
    {
        get
        {
            lock (gate)
            {
                var file = new FileInfo(Path.Combine(folder, "gradebook.db"));
                if (read is null || readAt != (file.LastWriteTimeUtc, file.Length))
                    (readAt, read) = ((file.LastWriteTimeUtc, file.Length), new ReviewedClass(gradebook, lecture));
                return read;
            }
        }
    }

    /// <summary>Answers to an exercise that are nearly the same, the likest first.</summary>
    public IReadOnlyList<SimilarPair> Similar(ReviewedExercise exercise)
    {
        (string Student, string Text)[] answers = [.. Class.Answers(exercise).Where(answer => answer.Text is not null).Select(answer => (answer.Student, answer.Text!))];
        var of = string.Join('\0', answers.Select(answer => $"{answer.Student}\0{answer.Text}"));
        lock (similar)
        {
            if (similar.GetValueOrDefault(exercise.Key) is { Of: { } known, Pairs: { } pairs } && known == of)
                return pairs;
            pairs = Finder(exercise).Find(answers);
            similar[exercise.Key] = (of, pairs);
            return pairs;
        }
    }

    /// <summary>Where two answers are the same.</summary>
    public static IReadOnlyList<MatchingPassage> Passages(ReviewedAnswer first, ReviewedAnswer second) => Finder(first.Exercise).Passages(first.Text ?? "", second.Text ?? "");

    /// <summary>What an answer's cells printed and drew; null where that was not kept.</summary>
    public AnswerOutputs? Outputs(ReviewedAnswer answer) => gradebook.Outputs(answer.Student, answer.Exercise.Notebook, answer.Exercise.Id);

    /// <summary>Enters points and a comment, at once.</summary>
    /// <exception cref="AssignmentException">The student has no such cell.</exception>
    public void Give(ReviewedAnswer answer, ScoredCell cell, double? points, string? comment)
    {
        gradebook.Give(answer.Student, answer.Exercise.Notebook, cell.Grade, points, comment);
        lock (gate)
            (read, Unwritten) = (null, Unwritten + 1);
    }

    /// <summary>Writes grades.csv, feedback pages and the rest as they now are.</summary>
    public void WriteFiles()
    {
        var all = Class;
        GradeFiles.Write(folder, all.Name, all.Policy, all.Submissions, DateTimeOffset.UtcNow);
        lock (gate)
            Unwritten = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => gradebook.Dispose();

    static SimilarAnswers Finder(ReviewedExercise exercise) => new(exercise.Stub, exercise.IsProse);
}
