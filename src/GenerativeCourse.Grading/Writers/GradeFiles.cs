using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Writers;

/// <summary>Writes everything that comes out of grading into a folder, each file whole or not at all.</summary>
public static partial class GradeFiles
{
    /// <summary>Writes the class's files and a page and a Gradescope file a student; where Classroom 50's runner asks, its file, too.</summary>
    public static void Write(string folder, string assignment, LatePolicy policy, IReadOnlyList<ScoredSubmission> submissions, DateTimeOffset moment)
    {
        var place = Classroom50Result.Place.FromEnvironment();
        foreach (var part in (string[])["feedback", "gradescope", .. place is null ? [] : (string[])["classroom50"]])
            Directory.CreateDirectory(Path.Combine(folder, part));
        Write("grades.csv", GradesCsv.ForNbgrader(assignment, policy.Due, submissions));
        Write("canvas.csv", GradesCsv.ForCanvas(assignment, submissions));
        Write("moodle.csv", GradesCsv.ForMoodle(assignment, submissions));
        Write("junit.xml", JUnitGrades.Of(submissions));
        Write("ags-scores.json", AgsScores.Of(submissions, moment));
        foreach (var one in submissions)
        {
            Write(Path.Combine("feedback", $"{FileName(one.Student)}.html"), FeedbackPage.Of(assignment, one));
            Write(Path.Combine("gradescope", $"{FileName(one.Student)}.json"), GradescopeResults.Of(one));
            if (place is not null)
                Write(Path.Combine("classroom50", $"{FileName(one.Student)}.json"), Classroom50Result.Of(one, place, moment));
        }

        void Write(string name, byte[] bytes)
        {
            var path = Path.Combine(folder, name);
            // What did not change keeps its time, and costs no write to disk.
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
                WholeFile.Write(path, bytes);
        }
    }

    /// <summary>A student's id as a file's name: nothing in it leads elsewhere, and no two students share one.</summary>
    public static string FileName(string student)
    {
        var name = Unsafe().Replace(student, "_").TrimStart('.');
        return name == student ? name : $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(student)).AsSpan(0, 4))}";
    }

    [GeneratedRegex(@"[^\p{L}\p{N}.@+ \-]")]
    private static partial Regex Unsafe();
}
