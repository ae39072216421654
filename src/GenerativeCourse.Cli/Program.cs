using System.CommandLine;
using System.CommandLine.Help;
using GenerativeCourse.Cli;
using GenerativeCourse.Cli.Commands;
using GenerativeCourse.Notebooks.Worker;

// A notebook's child process is this tool again, and must not wait for the rest.
if (WorkerHost.IsWorker(args))
    return WorkerHost.Run(args);

// Not a RootCommand, which would call itself by the executable's name.
var root = new Command("course", "The generative modelling course: runs its lectures, tests it, and says what a machine lacks for it.")
{
    new HelpOption(),
    new VersionOption(),
    DoctorCommand.Create(),
    RunCommand.Create(),
    TestCommand.Create(),
    PublishCommand.Create(),
};
return CommandLine.Run(root, args);
