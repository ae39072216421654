using System.CommandLine;
using System.Globalization;
using GenerativeCourse.Cli.Assignments;
using GenerativeCourse.Grading.Collecting;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course grade</c>: grades what a class handed in.</summary>
public static class GradeCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var release = Folder("--release", "The folder that students got.");
        var key = new Option<string?>("--key") { Description = "Its key; DIR.key without.", HelpName = "FILE" };
        var submissions = Folder("--submissions", "What was handed in: a folder a student, nbgrader's layout, or a flat heap of files from an LMS.");
        var output = Folder("--out", "The folder for gradebook.db, grades.csv, feedback and the rest.");
        var jobs = new Option<int>("--jobs") { Description = "Submissions at a time; as many as there are cores without.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount }
            .AcceptOnly(word => int.TryParse(word, out var count) && count is >= 1 and <= 256, "wants a whole number from 1 to 256");
        var resume = new Option<bool>("--resume") { Description = "Go on where an earlier run was ended: what did not change is not graded again. This is done without the option, too." };
        var anew = new Option<bool>("--anew") { Description = "Grade everything again; what a person gave or wrote stays." };
        var seconds = new Option<double>("--timeout") { Description = "Processor seconds that a cell or a check may take.", HelpName = "S", DefaultValueFactory = _ => 20 }
            .AcceptOnly(word => Number(word) is > 0 and <= 86_400, "wants seconds, more than 0 and at most a day's");
        var due = new Option<string?>("--due") { Description = "When it is due, as in 2027-01-31T23:59+01:00; nothing is late without.", HelpName = "TIME" };
        var penalty = new Option<double>("--late-penalty") { Description = "Per cent of the earned points that each day begun costs; 100 leaves nothing.", HelpName = "PERCENT" }
            .AcceptOnly(word => Number(word) is >= 0 and <= 100, "wants per cent, from 0 to 100");
        var extensions = new Option<string?>("--extensions") { Description = "Who has longer: lines of STUDENT,DAYS.", HelpName = "FILE" };
        var unsandboxed = new Option<bool>("--unsandboxed") { Description = "Run students' code as this account, where there is no sandbox: they can then read and write what you can." };
        var asNobody = new Option<bool>("--as-nobody") { Description = "As root, in a container that holds one submission and lets bubblewrap make no sandbox: run students' code as nobody. It can read nothing that is root's alone, but it has the network." };
        var command = new Command("grade", "Grade submissions in a sandbox, and write gradebook, grades and feedback.") { release, key, submissions, output, jobs, resume, anew, seconds, due, penalty, extensions, unsandboxed, asNobody, Serve() };
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && result.GetValue(anew))
                result.AddError("--resume and --anew exclude each other.");
            if (result.GetValue(unsandboxed) && result.GetValue(asNobody))
                result.AddError("--unsandboxed and --as-nobody exclude each other.");
        });
        command.SetAction((parsed, cancellation) => GradeRun.Run(
            new GradeRequest
            {
                Release = parsed.GetRequiredValue(release),
                Key = parsed.GetValue(key) ?? $"{Path.TrimEndingDirectorySeparator(parsed.GetRequiredValue(release))}.key",
                Submissions = parsed.GetRequiredValue(submissions),
                Out = Path.GetFullPath(parsed.GetRequiredValue(output)),
                Jobs = parsed.GetValue(jobs),
                Anew = parsed.GetValue(anew),
                Seconds = parsed.GetValue(seconds),
                Unsandboxed = parsed.GetValue(unsandboxed),
                AsNobody = parsed.GetValue(asNobody),
                Late = new LatePolicy(Moment(parsed.GetValue(due)), parsed.GetValue(penalty) / 100, Extensions(parsed.GetValue(extensions))),
            },
            cancellation));
        return command;
    }

    static Command Serve()
    {
        var output = Folder("--out", "The folder that submissions were graded into.");
        var port = new Option<int>("--port") { Description = "The port; one that is free without.", HelpName = "N" }
            .AcceptOnly(word => int.TryParse(word, out var number) && number is >= 1 and <= 65535, "wants a whole number from 1 to 65535");
        var lectures = new Option<string[]>("--lectures") { Description = "The lectures that were released, for tasks and solutions; those of the course without.", HelpName = "NOTEBOOK", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var assignment = new Option<string?>("--assignment") { Description = "Which assignment, where the gradebook holds several.", HelpName = "NAME" };
        var command = new Command("serve", "Look through submissions in a browser, grade essays by hand, and see the class. Only this machine reaches the page.") { output, port, lectures, assignment };
        command.SetAction((parsed, cancellation) => ServeRun.Run(Path.GetFullPath(parsed.GetRequiredValue(output)), parsed.GetValue(port), parsed.GetValue(assignment), parsed.GetValue(lectures) ?? [], cancellation));
        return command;
    }

    static Option<string> Folder(string name, string description) => new Option<string>(name) { Description = description, HelpName = "DIR", Required = true }.AcceptFolder();

    static double? Number(string word) => double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    static DateTimeOffset? Moment(string? text) =>
        text is null ? null : SubmissionTime.Parse(text) ?? throw new UserException($"--due {text} is no time; write one as 2027-01-31T23:59+01:00");

    static Dictionary<string, TimeSpan> Extensions(string? file)
    {
        var read = new Dictionary<string, TimeSpan>();
        foreach (var (line, number) in (file is null ? [] : File.ReadAllLines(file)).Select((line, i) => (line, i + 1)).Where(pair => pair.line.Trim().Length > 0))
        {
            var comma = line.LastIndexOf(',');
            if (comma <= 0 || !double.TryParse(line[(comma + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || Math.Abs(days) > 3650)
                throw new UserException($"{file}, line {number}: '{line}' is not STUDENT,DAYS");
            read[line[..comma].Trim().Trim('"')] = TimeSpan.FromDays(days);
        }
        return read;
    }
}
