using System.Text.Json;

namespace GenerativeCourse.Benchmarks;

/// <summary>What a benchmark was asked for: a file for its rows, flags, and the parts to run.</summary>
/// <param name="Json">Where the rows go, or null.</param>
/// <param name="Flags">Such as <c>--quick</c>.</param>
/// <param name="Names">All that is no option.</param>
sealed record BenchArguments(string? Json, IReadOnlyList<string> Flags, IReadOnlyList<string> Names)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads <c>[--json FILE] [FLAG...] [NAME...]</c>; null where it cannot be, and <paramref name="errors"/> gets one line that says why.</summary>
    public static BenchArguments? Read(IReadOnlyList<string> arguments, TextWriter errors, params IReadOnlyList<string> known)
    {
        string? json = null;
        List<string> flags = [], names = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == "--json")
            {
                if (++i == arguments.Count || arguments[i].Length == 0 || arguments[i].StartsWith('-'))
                    return Refuse("--json wants a file for the rows: --json FILE");
                json = arguments[i];
            }
            else if (!argument.StartsWith('-'))
                names.Add(argument);
            else if (known.Contains(argument))
                flags.Add(argument);
            else
                return Refuse($"there is no option {argument} here; there {(known.Count == 0 ? "is --json FILE" : $"are --json FILE, {string.Join(", ", known)}")}");
        }
        return new(json, flags, names);

        BenchArguments? Refuse(string line)
        {
            errors.WriteLine($"course: {line}");
            return null;
        }
    }

    /// <summary>Writes the rows to <see cref="Json"/>, or to a file beside it of another ending; does nothing where none was asked for.</summary>
    public void Write<T>(T rows, string? ending = null)
    {
        if (Json is null)
            return;
        string file = ending is null ? Json : Path.ChangeExtension(Json, ending);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(rows, Indented) + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }
}
