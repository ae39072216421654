using System.CommandLine;
using GenerativeCourse.Cli.Learning;
using GenerativeCourse.Cli.Running;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course start</c>: makes a learner's working copy of a lecture.</summary>
public static class StartCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var lecture = new Argument<string>("LECTURE") { Description = "A lecture's number or name, such as 06." };
        var command = new Command("start", "Make a working copy of a lecture in work/, with stubs in place of the solutions.") { lecture };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(lecture)));
        return command;
    }

    static int Run(string lecture)
    {
        var course = CourseFolder.Find();
        if (NotebookChoice.Find([lecture], course["notebooks"]) is not [var file])
            throw new UserException($"{lecture} is more than one lecture");
        var (copy, exercises) = new WorkingCopy(course).Start(file);
        Console.WriteLine(exercises.Count == 0 ? $"{copy}: this lecture has no exercises" : $"{copy}: exercises {string.Join(", ", exercises)}; `course reset` restores one");
        return 0;
    }
}
