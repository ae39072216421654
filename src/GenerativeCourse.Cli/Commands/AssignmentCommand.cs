using System.CommandLine;
using GenerativeCourse.Cli.Assignments;
using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Packing;
using GenerativeCourse.Grading.Platforms;
using GenerativeCourse.Grading.Releasing;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course assignment</c>: what a lecturer makes of a lecture before students get it.</summary>
public static class AssignmentCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create() => new("assignment", "Make assignments of lectures: check their exercises, release them, and pack what their instructors need.") { Check(), Release(), Pack() };

    static SessionLimits Limits => new() { Memory = 8_000_000_000 };

    static Argument<string[]> Notebooks(ArgumentArity arity) =>
        new("NOTEBOOK") { Description = $"Lectures: files, folders, or numbers or names such as 06{(arity.MinimumNumberOfValues == 0 ? "; all that have exercises without" : "")}.", Arity = arity };

    static Option<bool> Seeded => new("--seed-per-student") { Description = $"Students get inputs of their own where a test makes them from Given.Seed: one of {StudentSeed.Sets} sets, each tried before." };

    static Command Check()
    {
        var notebooks = Notebooks(ArgumentArity.ZeroOrMore);
        var seeded = Seeded;
        var command = new Command("check", "Show that every exercise is sound: stub and wrong answers fail its tests, the solution passes, and nothing hidden would be released.") { notebooks, seeded };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sound = true;
            foreach (var assignment in AssignmentFiles.Read(parsed.GetValue(notebooks) ?? []))
            {
                var report = await new AssignmentCheck(LecturerWorker.Options, Limits, parsed.GetValue(seeded)).Run(assignment, cancellation);
                CheckReportText.Write(report, Console.Out, Console.Error);
                sound &= report.Problems.Count == 0;
            }
            return sound ? 0 : 1;
        });
        return command;
    }

    static Command Release()
    {
        var notebooks = Notebooks(ArgumentArity.OneOrMore);
        var output = new Option<string>("--out") { Description = "The folder that students get; the key, which they do not get, is written beside it as DIR.key.", HelpName = "DIR", Required = true }.AcceptFolder();
        var seeded = Seeded;
        var platforms = new Option<string[]>("--for") { Description = "Also write ready files for gradescope, github (Actions) or classroom50; may be given again.", HelpName = "PLATFORM" }
            .AcceptOnly(word => PlatformFiles.Names.Contains(word), $"is one of {string.Join(", ", PlatformFiles.Names)}");
        var repository = new Option<string?>("--repository") { Description = "Where those clone the course from.", HelpName = "URL" };
        var command = new Command("release", "Write what students get: stubs for solutions, no hidden tests, only the cells that exercises need. Sound lectures only.") { notebooks, output, seeded, platforms, repository };
        command.Validators.Add(result =>
        {
            if (result.GetResult(platforms) is not null && result.GetResult(repository) is null)
                result.AddError("--for wants --repository URL: where the course is cloned from there.");
            if (result.GetResult(platforms) is null && result.GetResult(repository) is not null)
                result.AddError("--repository is for the files that --for writes.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(output)));
            var checks = new List<CheckReport>();
            var release = await new ReleaseMaker(LecturerWorker.Options, Limits, parsed.GetValue(seeded)).Make(Path.GetFileName(folder), AssignmentFiles.Read(parsed.GetRequiredValue(notebooks)), checks, cancellation);
            if (release is null)
            {
                foreach (var report in checks)
                    CheckReportText.Write(report, Console.Out, Console.Error);
                return 1;
            }
            release.Write(folder);
            Console.WriteLine($"{folder}: {string.Join(", ", release.Key.Notebooks.Select(notebook => notebook.Name))}, {release.Points} points. Hand it out.");
            Console.WriteLine($"{folder}.key: hidden tests and expected values. Keep it.");
            foreach (var platform in parsed.GetValue(platforms) ?? [])
            {
                var (path, isPublic) = new PlatformFiles(release, parsed.GetRequiredValue(repository)!).Write(folder, platform);
                Console.WriteLine($"{path}: for {platform}. {(isPublic ? "Nothing hidden is in it." : "It holds the key: keep it.")}");
            }
            return 0;
        });
        return command;
    }

    static Command Pack()
    {
        var notebooks = Notebooks(ArgumentArity.OneOrMore);
        var output = new Option<string>("--out") { Description = "The folder to write to. It holds solutions: keep it, and hand out the .imscc files only.", HelpName = "DIR", Required = true }.AcceptFolder();
        var command = new Command("pack", "Write what instructors need and students never get (times, solutions, wrong answers and why, oral questions), a policy on AI help to adapt, and an import package for an LMS.") { notebooks, output };
        command.SetAction(parsed =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(output));
            var files = AssignmentPack.Write(folder, AssignmentFiles.Read(parsed.GetRequiredValue(notebooks)));
            Console.WriteLine($"{folder}: {string.Join(", ", files)}");
            Console.WriteLine("For students are the .imscc files alone. Import one into your LMS (for Moodle the .moodle.imscc, and make the assignment there), and set the due date. The rest holds solutions.");
            return 0;
        });
        return command;
    }
}
