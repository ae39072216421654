using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Cli.Kernels;

/// <summary>A kernel's entry with Jupyter: a folder with a kernel.json.</summary>
/// <param name="Folder">The folder; its name is the kernel's.</param>
/// <param name="Command">What starts it.</param>
/// <param name="DisplayName">What clients call it.</param>
/// <param name="Course">What <c>course kernel install</c> wrote of itself; null for a kernel that it did not install.</param>
public sealed record KernelSpec(string Folder, IReadOnlyList<string> Command, string DisplayName, JsonObject? Course)
{
    /// <summary>The name under which .NET's C# kernels stand with Jupyter, and the notebooks ask for them.</summary>
    public const string CSharp = ".net-csharp";

    /// <summary>The key of our own words in its metadata.</summary>
    public const string MetadataKey = "generative-course";

    /// <summary>The kernel's name.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>Whether it is one of .NET Interactive's kernels, which have ended.</summary>
    public bool IsDotNetInteractive => Command.Any(word => word.Contains("dotnet-interactive", StringComparison.Ordinal));

    /// <summary>Whether it starts a program that is gone.</summary>
    public bool IsBroken => Path.IsPathRooted(Command[0]) && !File.Exists(Command[0]);

    /// <summary>Whether it starts another build than the tool in <paramref name="tool"/>.</summary>
    public bool IsStale(string tool) => Course is not null && (string?)Course["tool"] != ToolCopy.FolderName(tool);

    /// <summary>The file that says all this.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "kernel.json");

    /// <summary>Reads a kernel's folder; null when there is no kernel in it.</summary>
    /// <exception cref="JsonException">Its file is no kernel's description.</exception>
    public static KernelSpec? Read(string folder)
    {
        if (!File.Exists(FileIn(folder)))
            return null;
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(FileIn(folder)))!.AsObject();
            string[] command = [.. json["argv"]!.AsArray().Select(word => (string)word!)];
            return command.Length > 0
                ? new KernelSpec(folder, command, (string?)json["display_name"] ?? "", json["metadata"]?[MetadataKey] as JsonObject)
                : throw new JsonException("argv is empty");
        }
        catch (Exception wrong) when (wrong is NullReferenceException or InvalidOperationException)
        {
            throw new JsonException("it has no argv");
        }
    }
}
