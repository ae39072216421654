using System.CommandLine;
using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course test</c>: builds the tests and runs them.</summary>
public static class TestCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var projects = new Argument<string[]>("PROJECT") { Description = "Test projects, by a part of their names; all without.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Install the peers that tests compare with, and fail on a skipped test." };
        var soak = new Option<bool>("--soak") { Description = "Run the long counts." };
        var filter = new Option<string?>("--filter") { Description = "Run only tests whose full names hold this.", HelpName = "TEXT" };
        var command = new Command("test", "Build and run the tests.") { projects, all, soak, filter };
        command.SetAction((parsed, cancellation) =>
            Run(parsed.GetValue(projects) ?? [], parsed.GetValue(all), parsed.GetValue(soak), parsed.GetValue(filter), cancellation));
        return command;
    }

    static async Task<int> Run(string[] names, bool all, bool soak, string? filter, CancellationToken cancellation)
    {
        var course = CourseFolder.Find();
        var projects = TestProject.Over(TestProject.Find(course, names), CourseFolder.Torch, what => Console.Error.WriteLine($"course: {what}"));
        if (all)
            await InstallPeers(course, cancellation);
        if (course.IsClone)
        {
            Console.Error.WriteLine("course: building the tests ...");
            await TestBuild.Run(course, projects, cancellation);
        }
        var report = new TestReport(Console.Out, live: !Console.IsOutputRedirected);
        var patience = soak ? TimeSpan.FromHours(2) : TimeSpan.FromMinutes(10);
        foreach (var project in projects)
        {
            report.Begin(project.Name);
            await new TestRun(course, project).Run(filter, soak, patience, report.Add, cancellation);
            report.End();
        }
        if (filter is not null && report.Total == 0)
            throw new UserException($"no test's full name holds {filter}");
        return report.Close(all) ? 0 : 1;
    }

    // The script knows how to ask and to install; it does so for the course's own needs too.
    static async Task InstallPeers(CourseFolder course, CancellationToken cancellation)
    {
        var missing = PeerPackage.Read(course["tests", "peers.txt"]).Where(peer => !peer.IsInstalled()).Select(peer => peer.Name).ToList();
        if (missing.Count > 0 && !course.IsClone)
            throw new UserException($"--all needs {string.Join(", ", missing)}; install them first");
        if (missing.Count > 0 && await ChildProcess.Run(course["course"], ["--install", .. missing], cancellation: cancellation) != 0)
            throw new UserException($"--all needs {string.Join(", ", missing)}");
    }
}
