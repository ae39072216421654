using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using GenerativeCourse.Cli.Kernels;
using GenerativeCourse.Notebooks.Jupyter;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course kernel</c>: makes the course's C# kernel known to Jupyter's clients and to VS Code.</summary>
public static partial class KernelCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create() => new("kernel", "The C# kernel for VS Code and Jupyter: install it, remove it, say where it is.")
    {
        Install(), Uninstall(), List(), Refresh(), Start(),
    };

    static Command Install()
    {
        var (user, prefix, name) = Place();
        var replace = new Option<bool>("--replace") { Description = "Put it in the place of another kernel of that name." };
        var command = new Command("install", "Install the kernel, or bring an installed one up to date.") { user, prefix, name, replace };
        command.SetAction(parsed => Installer().Install(Folder(parsed.GetValue(prefix)), parsed.GetValue(name)!, parsed.GetValue(replace)));
        Exclude(command, user, prefix);
        return command;
    }

    static Command Uninstall()
    {
        var (user, prefix, name) = Place();
        var command = new Command("uninstall", "Remove a kernel that was installed so.") { user, prefix, name };
        command.SetAction(parsed => Installer().Uninstall(Folder(parsed.GetValue(prefix)), parsed.GetValue(name)!));
        Exclude(command, user, prefix);
        return command;
    }

    static Command List()
    {
        var command = new Command("list", "List the kernels that Jupyter's clients find, and which are the course's.");
        command.SetAction(_ =>
        {
            var folders = JupyterFolders.All.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Where(folder => File.Exists(KernelSpec.FileIn(folder))).ToList();
            foreach (var folder in folders)
                Console.WriteLine($"{Path.GetFileName(folder),-16} {Kind(folder),-28} {folder}");
            if (folders.Count == 0)
                Console.WriteLine("no kernel is installed; course kernel install installs the course's");
        });
        return command;
    }

    // For the course script, after a build.
    static Command Refresh()
    {
        var command = new Command("refresh", "Bring the installed kernels to this build.") { Hidden = true };
        command.SetAction(_ => Installer().Refresh());
        return command;
    }

    // Met before any command is parsed: here for the message alone.
    static Command Start()
    {
        var file = new Argument<string>("CONNECTION_FILE") { Description = "The file in which the client says where to listen." };
        var command = new Command("start", "Start the kernel, as Jupyter's clients do.") { file };
        command.Hidden = true;
        command.SetAction(parsed => JupyterKernel.Run([parsed.GetValue(file)!], CourseLibraries.Paths));
        return command;
    }

    static (Option<bool> User, Option<string?> Prefix, Option<string> Name) Place()
    {
        var user = new Option<bool>("--user") { Description = "For you alone, as without." };
        var prefix = new Option<string?>("--prefix") { Description = "Below a folder such as /usr/local or a Python environment.", HelpName = "DIR" };
        var name = new Option<string>("--name") { Description = $"The kernel's name; {KernelSpec.CSharp}, which notebooks ask for, without.", HelpName = "NAME", DefaultValueFactory = _ => KernelSpec.CSharp }
            .AcceptOnly(Name().IsMatch, "takes letters, digits, dots, dashes and underscores");
        return (user, prefix, name);
    }

    static void Exclude(Command command, Option<bool> user, Option<string?> prefix) => command.Validators.Add(result =>
    {
        if (result.GetValue(user) && result.GetResult(prefix) is not null)
            result.AddError("--user and --prefix exclude each other.");
    });

    static string Folder(string? prefix) => prefix is null ? JupyterFolders.User : JupyterFolders.Below(prefix);

    static KernelInstaller Installer() => new(AppContext.BaseDirectory, CourseFolder.Find(), line => Console.WriteLine($"course: {line}"));

    static string Kind(string folder)
    {
        try
        {
            var spec = KernelSpec.Read(folder)!;
            return spec.IsBroken ? "its program is gone"
                : spec.Course is not null ? spec.IsStale(AppContext.BaseDirectory) ? "the course's, another build" : "the course's"
                : spec.IsDotNetInteractive ? ".NET Interactive, ended"
                : spec.DisplayName;
        }
        catch (JsonException)
        {
            return "damaged kernel.json";
        }
    }

    // A name may not lead out of the folder: no dots alone.
    [GeneratedRegex(@"^(?!\.+$)[A-Za-z0-9._-]+$")]
    private static partial Regex Name();
}
