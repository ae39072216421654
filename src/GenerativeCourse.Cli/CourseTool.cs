using System.CommandLine;
using System.CommandLine.Help;
using GenerativeCourse.Cli.Commands;

namespace GenerativeCourse.Cli;

/// <summary>The tool and its commands.</summary>
public static class CourseTool
{
    /// <summary>The command that holds the others: not a RootCommand, which would call itself by the executable's name.</summary>
    public static Command Root() => new("course", "The generative modelling course: runs its lectures, tests it, and says what a machine lacks for it.")
    {
        new HelpOption(),
        new VersionOption(),
        ExportCommand.Create(),
        RunCommand.Create(),
        StartCommand.Create(),
        AssignmentCommand.Create(),
        CheckCommand.Create(),
        GradeCommand.Create(),
        ResetCommand.Create(),
        KernelCommand.Create(),
        ResultsCommand.Create(),
        DoctorCommand.Create(),
        DataCommand.Create(),
        TestCommand.Create(),
        TrainCommand.Create(),
        BenchCommand.Create(),
        PublishCommand.Create(),
    };
}
