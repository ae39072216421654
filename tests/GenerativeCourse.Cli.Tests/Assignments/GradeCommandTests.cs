using System.Globalization;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Grading.Sandboxing;
using GenerativeCourse.Grading.Tests.Class;
using GenerativeCourse.Notebooks.Formats;
using Microsoft.Data.Sqlite;

namespace GenerativeCourse.Cli.Tests.Assignments;

/// <summary>An assignment of six exercises from the notebook to the grades of a class of thirty kinds of students, by the commands that a lecturer types. A class of 300 and 50 kills with COURSE_SOAK=1.</summary>
public sealed class GradeCommandTests : IDisposable
{
    static readonly bool Soak = Environment.GetEnvironmentVariable("COURSE_SOAK") == "1";
    static readonly int Students = Soak ? 300 : 30;
    static readonly int Kills = Soak ? 50 : 5;

    static readonly string[] Sandboxed = Sandbox.Lacking is null ? [] : ["--unsandboxed"];

    readonly ToolRun tool = ToolRun.Built();

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task A_class_is_graded_and_a_run_that_is_killed_again_and_again_ends_like_one_that_is_not()
    {
        var (code, said) = tool.Run("assignment", "release", Classroom.Source, "--out", tool[Classroom.Name]);
        Assert.True(code == 0, said);
        var released = Notebook.Read(tool[$"{Classroom.Name}/{Classroom.Name}.ipynb"]);
        Classroom.HandIn(released, tool["in"], Enumerable.Range(0, Students));
        Classroom.HandIn(released, tool["later"], Enumerable.Range(Students / 2, Students / 2));
        Assert.Equal(0, Grade("whole", "in", "--jobs", "2").Code);
        Assert.All(Enumerable.Range(0, Students), student => Assert.True(Expected(student) == Row("whole", student), $"{Classroom.KindOf(student).Name}: {Row("whole", student)}, not {Expected(student)}"));

        var random = new Random(6);
        for (var kill = 0; kill < Kills; kill++)
        {
            // The second half of the class comes first: the order in which they are graded is another.
            using var process = tool.Begin(Arguments("killed", kill < Kills / 2 ? "later" : "in", "--resume", "--jobs", "1"));
            var errors = process.StandardError;
            // At a random student, and at a random moment of that one's grading.
            for (var line = random.Next(8); line >= 0 && await errors.ReadLineAsync(TestContext.Current.CancellationToken) is not null; line--) ;
            await Task.Delay(random.Next(1500), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var (end, last) = Grade("killed", "in", "--resume", "--jobs", "3");
        Assert.True(end == 0, last);
        Assert.DoesNotContain($" {Students} graded", last);
        var (whole, killed) = (Dump("whole"), Dump("killed"));
        Assert.Equal(whole.Count, killed.Count);
        Assert.All(whole.Zip(killed), row => Assert.True(row.First == row.Second, $"{row.First}\n{row.Second}"));
        foreach (var file in Files("whole").Where(file => !file.EndsWith("ags-scores.json")))
            Assert.Equal(File.ReadAllText(tool[$"whole/{file}"]), File.ReadAllText(tool[$"killed/{file}"]));
        Assert.Contains($"0 graded, {Students} unchanged", Grade("killed", "in", "--resume").Output);
    }

    // Raw points and lateness: a tenth of the points a day begun.
    static (double Raw, double Penalty) Expected(int student)
    {
        var kind = Classroom.KindOf(student);
        return (kind.Points, Math.Round(Math.Max(0, Math.Ceiling(kind.DaysLate)) * 0.1 * kind.Points, 9));
    }

    (double Raw, double Penalty) Row(string folder, int student)
    {
        var fields = File.ReadLines(tool[$"{folder}/grades.csv"]).Select(line => line.Split(',')).Single(fields => fields[3] == Classroom.Student(student));
        return (double.Parse(fields[7], CultureInfo.InvariantCulture), Math.Round(double.Parse(fields[8], CultureInfo.InvariantCulture), 9));
    }

    IEnumerable<string> Files(string folder) => Directory.GetFiles(tool[folder], "*", SearchOption.AllDirectories).Where(file => !file.Contains("gradebook.db")).Select(file => Path.GetRelativePath(tool[folder], file));

    // Every row of every table.
    List<string> Dump(string folder)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={tool[$"{folder}/gradebook.db"]};Pooling=False");
        connection.Open();
        var lines = new List<string>();
        foreach (var table in Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            lines.AddRange(Rows($"SELECT * FROM {table}").Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        return lines;

        List<string> Rows(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            return rows;
        }
    }

    string[] Arguments(string folder, string submissions, params string[] more) =>
        ["grade", "--release", tool[Classroom.Name], "--submissions", tool[submissions], "--out", tool[folder], "--timeout", "8", "--due", $"{Classroom.Due:O}", "--late-penalty", "10", .. Sandboxed, .. more];

    (int Code, string Output) Grade(string folder, string submissions, params string[] more) => tool.Run(Arguments(folder, submissions, more));
}
