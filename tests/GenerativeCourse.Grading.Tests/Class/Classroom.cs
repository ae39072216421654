using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Class;

/// <summary>A class that hands in an assignment of six exercises, <c>week9.ipynb</c>: the same submissions for the same number of students.</summary>
static class Classroom
{
    /// <summary>The notebook's name.</summary>
    public const string Name = "week9";

    /// <summary>When the assignment is due.</summary>
    public static readonly DateTimeOffset Due = new(2027, 1, 31, 22, 59, 0, TimeSpan.Zero);

    /// <summary>The lecturer's notebook.</summary>
    public static string Source => Path.Combine(AppContext.BaseDirectory, $"{Name}.ipynb");

    /// <summary>The assignment.</summary>
    public static Assignment Read() => Assignment.Read(Notebook.Read(Source), Name);

    /// <summary>What the student of a number hands in.</summary>
    public static SubmissionKind KindOf(int student) => SubmissionKinds.All[student * 7 % SubmissionKinds.All.Count];

    /// <summary>A student's id.</summary>
    public static string Student(int number) => $"student{number:000}";

    /// <summary>Hands in for some students of a class, in nbgrader's layout.</summary>
    public static void HandIn(Notebook released, string folder, IEnumerable<int> students)
    {
        foreach (var student in students)
        {
            var kind = KindOf(student);
            var answered = Answer(released, kind, student);
            var place = Directory.CreateDirectory(Path.Combine(folder, Student(student), Name)).FullName;
            if (answered.IsMissing)
                continue;
            File.WriteAllBytes(Path.Combine(place, $"{Name}.ipynb"), answered.Bytes ?? answered.Notebook.ToBytes());
            File.WriteAllText(Path.Combine(place, "timestamp.txt"), $"{Due.AddDays(kind.DaysLate):yyyy-MM-dd HH:mm:ss.ffffff} UTC");
        }
    }

    /// <summary>One student's notebook.</summary>
    public static Answered Answer(Notebook released, SubmissionKind kind, int student)
    {
        var solutions = Read().Exercises.ToDictionary(exercise => exercise.Id, exercise => exercise.Solution);
        var answered = new Answered(released.Clone(), new Random(student));
        foreach (var cell in answered.Notebook.Cells.Where(cell => GradedCell.Read(cell) is { Solution: true }))
            cell.Source = $"{solutions[cell.Id]}{(cell.Kind == CellKind.Code ? $"\n// written by {Student(student)}" : "")}";
        kind.Change(answered);
        return answered;
    }
}
