using System.CommandLine;
using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course bench</c>: builds a program of <c>tests/Benchmarks</c> and runs it.</summary>
public static class BenchCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "A folder of tests/Benchmarks, such as classical; without one, lists them.", Arity = ArgumentArity.ZeroOrOne };
        var parts = new Argument<string[]>("PART") { Description = "Parts of the benchmark by their names, such as vae; all without.", Arity = ArgumentArity.ZeroOrMore };
        var quick = new Option<bool>("--quick") { Description = "Shorter turns: a first look, not a figure to report." };
        var processor = new Option<bool>("--processor") { Description = "Processor time in the place of wall time, for a machine that is not quiet." };
        var json = new Option<string?>("--json") { Description = "Also write the rows to FILE as JSON.", HelpName = "FILE" };
        var command = new Command("bench", "Measure speed beside other programs.") { name, parts, json, quick, processor };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetValue(name),
            [
                .. parsed.GetValue(parts) ?? [],
                .. parsed.GetValue(json) is { } file ? new[] { "--json", Path.GetFullPath(file) } : [],
                .. parsed.GetValue(quick) ? new[] { "--quick" } : [],
                .. parsed.GetValue(processor) ? new[] { "--processor" } : [],
            ],
            cancellation));
        return command;
    }

    static async Task<int> Run(string? name, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var course = CourseFolder.Find();
        var projects = TestProject.Benchmarks(course);
        if (name is null)
        {
            foreach (var known in projects)
                Console.WriteLine(known.Name);
            return 0;
        }
        var project = projects.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserException($"there is no benchmark {name}; there are {string.Join(", ", projects.Select(known => known.Name))}");
        if (course.IsClone)
        {
            Console.Error.WriteLine("course: building the benchmark ...");
            await TestBuild.Run(course, [project], cancellation);
        }
        return await ChildProcess.Run(project.Executable, arguments, environment: new Dictionary<string, string> { ["COURSE_ROOT"] = course.Path }, cancellation: cancellation);
    }
}
