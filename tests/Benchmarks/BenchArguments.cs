using System.Text.Json;

namespace GenerativeCourse.Benchmarks;

/// <summary>What a benchmark was asked for: a file for its rows, flags, and the parts to run.</summary>
/// <param name="Json">Where the rows go, or null.</param>
/// <param name="Flags">Such as <c>--quick</c>.</param>
/// <param name="Parts">The parts to run; all where there are none.</param>
sealed record BenchArguments(string? Json, IReadOnlyList<string> Flags, IReadOnlyList<string> Parts)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads <c>[--json FILE] [FLAG...] [PART...]</c>; null where it cannot be, and <paramref name="errors"/> gets one line that says why.</summary>
    public static BenchArguments? Read(IReadOnlyList<string> arguments, TextWriter errors, IReadOnlyList<string> parts, params IReadOnlyList<string> flags)
    {
        string? json = null;
        List<string> givenFlags = [], givenParts = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == "--json")
            {
                if (++i == arguments.Count || arguments[i].Length == 0 || arguments[i].StartsWith('-'))
                    return Refuse("--json wants a file for the rows: --json FILE");
                json = arguments[i];
            }
            else if (flags.Contains(argument))
                givenFlags.Add(argument);
            else if (parts.Contains(argument))
                givenParts.Add(argument);
            else if (argument.StartsWith('-'))
                return Refuse($"there is no option {argument} here; there {(flags.Count == 0 ? "is --json FILE" : $"are --json FILE, {string.Join(", ", flags)}")}");
            else
                return Refuse($"there is no part {argument} here; {(parts.Count == 0 ? "this benchmark is run as a whole" : $"there are {string.Join(", ", parts)}")}");
        }
        return new(json, givenFlags, givenParts);

        BenchArguments? Refuse(string line)
        {
            errors.WriteLine($"course: {line}");
            return null;
        }
    }

    /// <summary>Whether the part of that name is to run, or one whose name holds a part that was asked for.</summary>
    public bool Wants(string name) => Parts.Count == 0 || Parts.Any(part => name.Contains(part, StringComparison.Ordinal));

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
