using System.CommandLine;
using System.Globalization;
using GenerativeCourse.Cli.Assignments;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Rehearsing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course check</c>: what a student runs before handing in.</summary>
public static class CheckCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "Your notebook: one that was handed out, or a copy that `course start` made." };
        var command = new Command("check", "Run your answers and the visible tests from top to bottom, and say what is missing before you hand in.") { notebook };
        command.SetAction((parsed, cancellation) => Run(parsed.GetRequiredValue(notebook), cancellation));
        return command;
    }

    static async Task<int> Run(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new UserException(Directory.Exists(file) ? $"{file} is a folder: name a notebook in it" : $"there is no notebook {file}");
        var notebook = Notebook.Read(file);
        var rehearsal = new Rehearsal(LecturerWorker.Options with { WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(file))! }, new SessionLimits { Processor = TimeSpan.FromSeconds(60), Clock = TimeSpan.FromSeconds(120), Memory = 8_000_000_000 });
        var exercises = await rehearsal.Run(notebook, cancellation);
        if (exercises.Count == 0)
            throw new UserException($"{file} has no exercises; `course start LECTURE` makes a copy of a lecture with some");
        foreach (var exercise in exercises)
        {
            // What a test cell that is gone was worth, nobody here knows.
            var points = exercise.Points == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({exercise.Points:0.##} point{(exercise.Points == 1 ? "" : "s")})");
            Console.WriteLine(exercise switch
            {
                { Faults.Count: 0, Checks: 0 } => $"{exercise.Id}: written; a person grades it{points}",
                { Faults.Count: 0 } => $"{exercise.Id}: {(exercise.Checks == 1 ? "the visible check passes" : $"all {exercise.Checks} visible checks pass")}{points}",
                { Checks: 0 } => $"{exercise.Id}: {exercise.Faults[0]}{points}",
                { Checks: 1 } => $"{exercise.Id}: the visible check fails{points}",
                _ => $"{exercise.Id}: {exercise.Checks - exercise.Passed} of {exercise.Checks} visible checks fail{points}",
            });
            if (exercise.Checks > 0)
                foreach (var fault in exercise.Faults)
                    Console.WriteLine($"  {fault.ReplaceLineEndings("\n  ")}");
        }
        foreach (var note in rehearsal.Notes)
            Console.Error.WriteLine($"course: {note}");
        var ready = exercises.All(exercise => exercise.Faults.Count == 0) && rehearsal.Notes.Count == 0;
        Console.WriteLine(ready ? "ready to hand in; hidden tests ask the same with other inputs" : "not ready to hand in");
        return ready ? 0 : 1;
    }
}
