using System.CommandLine;
using GenerativeCourse.Cli.Learning;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course reset</c>: puts the stub back in one exercise of a working copy.</summary>
public static class ResetCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var exercise = new Argument<string>("EXERCISE") { Description = "The exercise's id, as `course start` named it." };
        var command = new Command("reset", "Put the stub back in one exercise of a working copy.") { exercise };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(exercise);
            Console.WriteLine($"{new WorkingCopy(CourseFolder.Find()).Reset(name)}: {name} is a stub again");
            return 0;
        });
        return command;
    }
}
