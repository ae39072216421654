using System.CommandLine;
using System.CommandLine.Help;
using GenerativeCourse.Cli;
using GenerativeCourse.Cli.Commands;

// Not a RootCommand, which would call itself by the executable's name.
var root = new Command("course", "The generative modelling course: runs its lectures, tests it, and says what a machine lacks for it.")
{
    new HelpOption(),
    new VersionOption(),
    TestCommand.Create(),
};
return CommandLine.Run(root, args);
