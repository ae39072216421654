using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Serving;

/// <summary>The class as the gradebook had it at one moment.</summary>
sealed class ReviewedClass
{
    readonly Dictionary<(string Student, string Exercise), ReviewedAnswer> answers = [];
    readonly Dictionary<string, int> numbers;
    readonly Dictionary<string, string> byAlias;

    /// <summary>Reads a gradebook.</summary>
    public ReviewedClass(Gradebook gradebook, Func<string, string, LectureExercise?> lecture)
    {
        (Name, Policy) = (gradebook.Name, gradebook.Policy());
        Submissions = gradebook.Scored(Policy);
        var stubs = gradebook.Stubs().ToDictionary(stub => (stub.Notebook, stub.Id), stub => stub.Source);
        var exercises = new List<ReviewedExercise>();
        foreach (var notebook in Submissions.FirstOrDefault()?.Notebooks ?? [])
            foreach (var cells in notebook.Cells.GroupBy(cell => cell.Grade.Exercise))
                exercises.Add(new ReviewedExercise(notebook.Name, cells.Key, cells.Sum(cell => cell.Grade.Points), cells.Any(cell => cell.Grade.GradeId == cells.Key),
                    stubs.GetValueOrDefault((notebook.Name, cells.Key), ""), lecture(notebook.Name, cells.Key)));
        Exercises = exercises;
        numbers = Submissions.Select(one => one.Student).OrderBy(student => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\0{student}"))), StringComparer.Ordinal)
            .Select((student, at) => (student, at)).ToDictionary(pair => pair.student, pair => pair.at + 1);
        byAlias = numbers.Keys.ToDictionary(Alias);
        var byKey = exercises.ToDictionary(exercise => exercise.Key);
        foreach (var submission in Submissions)
            foreach (var notebook in submission.Notebooks)
                foreach (var cells in notebook.Cells.GroupBy(cell => cell.Grade.Exercise))
                    if (byKey.TryGetValue($"{notebook.Name}/{cells.Key}", out var exercise))
                        answers[(submission.Student, exercise.Key)] = new ReviewedAnswer(submission.Student, exercise, [.. cells]);
    }

    /// <summary>The assignment.</summary>
    public string Name { get; }

    /// <summary>What lateness costs.</summary>
    public LatePolicy Policy { get; }

    /// <summary>What every student has, by their ids.</summary>
    public IReadOnlyList<ScoredSubmission> Submissions { get; }

    /// <summary>The exercises, in the release's order.</summary>
    public IReadOnlyList<ReviewedExercise> Exercises { get; }

    /// <summary>An exercise by its key; null where there is none.</summary>
    public ReviewedExercise? Exercise(string? key) => Exercises.FirstOrDefault(exercise => exercise.Key == key);

    /// <summary>A student's answer, by the student's id or alias; null where there is none.</summary>
    public ReviewedAnswer? Answer(string? student, ReviewedExercise exercise) => answers.GetValueOrDefault((student ?? "", exercise.Key))
        ?? (student is ['~', ..] && byAlias.GetValueOrDefault(student) is { } id ? answers.GetValueOrDefault((id, exercise.Key)) : null);

    /// <summary>A student's number where names are hidden: it stays, and says nothing of the name.</summary>
    public int Number(string student) => numbers[student];

    /// <summary>How addresses name a student whose name is hidden.</summary>
    public string Alias(string student) => string.Create(CultureInfo.InvariantCulture, $"~{numbers[student]}");

    /// <summary>All answers to an exercise, by their students' ids.</summary>
    public IEnumerable<ReviewedAnswer> Answers(ReviewedExercise exercise) => Submissions.Select(one => Answer(one.Student, exercise)).OfType<ReviewedAnswer>();

    /// <summary>The notebook's oddities that concern a student.</summary>
    public IReadOnlyList<string> Notes(string student, string notebook) =>
        Submissions.FirstOrDefault(one => one.Student == student)?.Notebooks.FirstOrDefault(one => one.Name == notebook)?.Notes ?? [];

    /// <summary>How late a student's submission is.</summary>
    public TimeSpan Lateness(ScoredSubmission submission) => Policy.Lateness(submission.Student, submission.Timestamp);
}
