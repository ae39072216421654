using System.Globalization;
using GenerativeCourse.Benchmarks;
using GenerativeCourse.Grading.Tests.Class;
using GenerativeCourse.Notebooks.Formats;

// What grading a class costs: a release is made, students of thirty kinds hand in, and the tool grades them with as many jobs as there are cores.
// --json FILE writes the rows, --quick takes 30 students in the place of 300.
if (BenchArguments.Read(args, Console.Error, parts: [], "--quick") is not { } asked)
    return 2;
if (ToolProcess.Find() is not { } tool)
{
    Console.Error.WriteLine("course: there is no built tool to measure; start the benchmark as ./course bench grade");
    return 2;
}
var students = asked.Flags.Contains("--quick") ? 30 : 300;
var folder = Directory.CreateTempSubdirectory("course-bench-").FullName;
try
{
    string release = Path.Combine(folder, Classroom.Name), handedIn = Path.Combine(folder, "in"), graded = Path.Combine(folder, "out");
    var made = await tool.Run("assignment", "release", Classroom.Source, "--out", release);
    Classroom.HandIn(Notebook.Read(Path.Combine(release, $"{Classroom.Name}.ipynb")), handedIn, Enumerable.Range(0, students));
    string[] grade = ["grade", "--release", release, "--submissions", handedIn, "--out", graded, "--due", $"{Classroom.Due:O}", "--late-penalty", "10"];
    var first = await tool.Run(grade);
    var again = await tool.Run(grade);
    string[] right = [Path.Combine(folder, "right"), Path.Combine(folder, "right-out")];
    var one = await Right(release, right[0]);
    var alone = await tool.Run("grade", "--release", release, "--submissions", right[0], "--out", right[1], "--jobs", "1");
    Row[] rows =
    [
        new($"seconds a submission, {students} students of {SubmissionKinds.All.Count} kinds, {Environment.ProcessorCount} at a time", first.Seconds / students, 3),
        new("peak memory, GB, tool and sandboxes together", first.Memory / 1e9, 4),
        new($"seconds, one right submission alone ({one} cells), start of the tool included", alone.Seconds, 5),
        new("seconds, the same class again, nothing changed", again.Seconds, 5),
        new("seconds, check and release of the assignment", made.Seconds, 60),
    ];
    foreach (var row in rows)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.name,-78} {row.ours,7:F2} {row.goal,7:F0}   ratio {row.ratio:F2}"));
    asked.Write(rows);
    return 0;
}
catch (InvalidOperationException failed)
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task<int> Right(string release, string folder)
{
    var notebook = Classroom.Answer(Notebook.Read(Path.Combine(release, $"{Classroom.Name}.ipynb")), SubmissionKinds.All[0], 0).Notebook;
    Directory.CreateDirectory(Path.Combine(folder, Classroom.Student(0)));
    await File.WriteAllBytesAsync(Path.Combine(folder, Classroom.Student(0), $"{Classroom.Name}.ipynb"), notebook.ToBytes());
    return notebook.Cells.Count;
}

sealed record Row(string name, double ours, double goal)
{
    public double ratio => ours / goal;
}
