using System.Text;
using GenerativeCourse.Notebooks.Kernel.Errors;

namespace GenerativeCourse.Notebooks.Kernel.Magics;

/// <summary>The words after a magic: options with their values, and the rest in order.</summary>
internal sealed class MagicArguments
{
    readonly string magic;
    readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    /// <summary>Parses a command's line; quotes hold words together, an option is <c>--name value</c> or <c>--name=value</c>.</summary>
    public MagicArguments(string magic, string line)
    {
        this.magic = magic;
        var words = Words(line);
        var rest = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
                rest.Add(words[i]);
            else if (words[i].IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
                options[words[i][..equals]] = words[i][(equals + 1)..];
            else
                options[words[i]] = i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal) ? words[++i] : "";
        }
        Rest = rest;
    }

    /// <summary>The words that belong to no option.</summary>
    public IReadOnlyList<string> Rest { get; }

    /// <summary>An option's value; null when it is not given.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    /// <summary>An option's value.</summary>
    /// <exception cref="CellError">It is not given.</exception>
    public string Required(string name) =>
        Option(name) is { Length: > 0 } value ? value : throw new CellError($"#!{magic} needs {name} with a value.", "MagicError");

    static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, started) = ('\0', false);
        foreach (var character in line)
        {
            if (quote != '\0' ? character == quote : character is '"' or '\'')
            {
                (quote, started) = (quote != '\0' ? '\0' : character, true);
            }
            else if (quote == '\0' && char.IsWhiteSpace(character))
            {
                if (started)
                    words.Add(word.ToString());
                word.Clear();
                started = false;
            }
            else
            {
                word.Append(character);
                started = true;
            }
        }
        if (started)
            words.Add(word.ToString());
        return words;
    }
}
