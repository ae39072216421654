using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Kernels;

/// <summary>Registers this tool as a kernel with Jupyter's clients, and takes it away again.</summary>
/// <param name="Tool">The folder of the tool that is copied.</param>
/// <param name="Course">The course's folder, where notebooks find the data.</param>
/// <param name="Say">Gets a line for each thing that was done.</param>
public sealed record KernelInstaller(string Tool, CourseFolder Course, Action<string> Say)
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    string Record => Course["out", "kernels"];

    /// <summary>Installs the kernel into a folder of kernels.</summary>
    /// <exception cref="UserException">Another kernel stands there and <paramref name="replace"/> is not said, or the folder cannot be written.</exception>
    public void Install(string kernels, string name, bool replace) => Guarded(kernels, () =>
    {
        var folder = Path.Combine(kernels, name);
        var there = Describe(folder);
        if (there is not null && !IsOurs(folder))
        {
            if (!replace)
                throw new UserException($"{folder} holds another kernel, {there}; --replace puts the course's in its place");
            Replace(folder);
            Say($"replaced {there} in {folder}");
        }
        else
        {
            Write(folder);
        }
        Remember(folder);
        Say($"the kernel {name} is in {folder}; Jupyter's clients list it as .NET (C#), VS Code under Select Kernel, Jupyter Kernel...");
        Say("""VS Code completes its code once your user settings say "jupyter.completionTriggerCharacters": { "csharp": ["."] }""");
        if (name != KernelSpec.CSharp)
            Say($"notebooks ask for {KernelSpec.CSharp}: choose {name} by hand");
    });

    /// <summary>Removes a kernel that this tool installed.</summary>
    /// <exception cref="UserException">There is none, or it is another.</exception>
    public void Uninstall(string kernels, string name) => Guarded(kernels, () =>
    {
        var folder = Path.Combine(kernels, name);
        var there = Describe(folder) ?? throw new UserException($"no kernel {name} is installed in {kernels}; course kernel list says where there are some");
        if (!IsOurs(folder))
            throw new UserException($"{folder} holds another kernel, {there}, which course kernel install did not put there: delete it by hand");
        Directory.Delete(folder, recursive: true);
        Forget(folder);
        Say($"removed {folder}");
    });

    /// <summary>Brings the kernels that were installed from this clone, for this choice of torch, to this build.</summary>
    public void Refresh()
    {
        foreach (var folder in Remembered())
        {
            try
            {
                if (KernelSpec.Read(folder) is not { Course: { } course } spec || (string?)course["root"] != Course.Path)
                    Forget(folder);
                else if ((string?)course["torch"] == CourseFolder.Torch && (string?)course["libtorch"] == LibTorch && spec.IsStale(Tool))
                {
                    Write(folder);
                    Say($"refreshed the kernel in {folder}");
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
            {
                Say($"the kernel in {folder} is stale and could not be refreshed: {error.Message}");
            }
        }
    }

    static string? LibTorch => Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } libtorch ? libtorch : null;

    static bool IsOurs(string folder)
    {
        try
        {
            return KernelSpec.Read(folder)?.Course is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // What stands in a folder, in words; null when nothing does.
    static string? Describe(string folder)
    {
        try
        {
            return KernelSpec.Read(folder) is { } spec ? $"{(spec.DisplayName.Length > 0 ? spec.DisplayName : spec.Name)} (started by {string.Join(' ', spec.Command.Take(3))})"
                : Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() ? "one without a kernel.json" : null;
        }
        catch (JsonException)
        {
            return "one with a damaged kernel.json";
        }
    }

    static void Guarded(string kernels, Action work)
    {
        try
        {
            work();
        }
        catch (UnauthorizedAccessException)
        {
            throw new UserException($"{kernels} may not be written by you; --user installs for you alone");
        }
        catch (IOException error)
        {
            throw new UserException($"{kernels} could not be written: {error.Message}");
        }
    }

    // What stood there comes back when this one cannot be written.
    void Replace(string folder)
    {
        var old = $"{folder}.{Environment.ProcessId}.old";
        Directory.Move(folder, old);
        try
        {
            Write(folder);
        }
        catch
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(old, folder);
            throw;
        }
        Directory.Delete(old, recursive: true);
    }

    // The description comes last: what it names is there.
    void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var copy = ToolCopy.Make(Tool, folder);
        foreach (var logo in Logos)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(logo)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            WholeFile.Write(Path.Combine(folder, logo), bytes);
        }
        // Clients serve them from here.
        foreach (var script in (string[])["plotly-basic.min.js", "mermaid.tiny.js"])
            WholeFile.Write(Path.Combine(folder, script), File.ReadAllBytes(Path.Combine(Tool, script)));
        WholeFile.Write(KernelSpec.FileIn(folder), [.. JsonSerializer.SerializeToUtf8Bytes(Description(copy, Path.GetFileName(folder)), Readable), (byte)'\n']);
        ToolCopy.DeleteOld(folder, copy);
    }

    JsonObject Description(string copy, string name)
    {
        // ROOT/shared/Microsoft.NETCore.App/VERSION
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!).Parent?.Parent?.Parent?.FullName;
        var variables = new JsonObject { ["DOTNET_ROOT"] = runtime, ["COURSE_ROOT"] = Course.Path, ["COURSE_KERNEL"] = name, ["TORCH"] = CourseFolder.Torch };
        // By default the runtime lets garbage grow to the size of the processor's cache, tens of megabytes, before it collects any (hexadecimal bytes).
        variables["DOTNET_GCgen0size"] = "400000";
        if (LibTorch is { } libtorch)
            variables["LIBTORCH"] = libtorch;
        return new JsonObject
        {
            ["argv"] = new JsonArray(Path.Combine(copy, ToolCopy.Executable), "kernel", "start", "{connection_file}"),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = variables,
            ["metadata"] = new JsonObject
            {
                [KernelSpec.MetadataKey] = new JsonObject { ["root"] = Course.Path, ["tool"] = Path.GetFileName(copy), ["torch"] = CourseFolder.Torch, ["libtorch"] = LibTorch },
            },
        };
    }

    string[] Remembered() => File.Exists(Record) ? File.ReadAllLines(Record) : [];

    void Remember(string folder)
    {
        Directory.CreateDirectory(Course.Out);
        File.WriteAllLines(Record, Remembered().Append(folder).Distinct());
    }

    void Forget(string folder)
    {
        if (Remembered() is { Length: > 0 } remembered)
            File.WriteAllLines(Record, remembered.Where(line => line != folder));
    }
}
