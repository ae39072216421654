using System.CommandLine;
using GenerativeCourse.Cli.Assignments;
using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Evaluation;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course assignment</c>: what a lecturer makes of a lecture before students get it.</summary>
public static class AssignmentCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create() => new("assignment", "Make assignments of lectures: check their exercises.") { Check() };

    static Command Check()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK") { Description = "Lectures: files, folders, or numbers or names such as 06; all that have exercises without.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "Show that every exercise is sound: stub and wrong answers fail its tests, the solution passes, and nothing hidden would be released.") { notebooks };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sound = true;
            foreach (var assignment in AssignmentFiles.Read(parsed.GetValue(notebooks) ?? []))
            {
                var report = await new AssignmentCheck(LecturerWorker.Options, new SessionLimits { Memory = 8_000_000_000 }).Run(assignment, cancellation);
                CheckReportText.Write(report, Console.Out, Console.Error);
                sound &= report.Problems.Count == 0;
            }
            return sound ? 0 : 1;
        });
        return command;
    }
}
