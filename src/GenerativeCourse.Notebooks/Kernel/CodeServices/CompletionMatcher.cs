namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Whether a name is meant by what was typed of it.</summary>
internal static class CompletionMatcher
{
    /// <summary>How well it fits, best first: 0 begins so, 1 begins so in another case, 2 has such humps (<c>rl</c> or <c>RL</c>: <c>ReadLine</c>); null not at all.</summary>
    public static int? Fit(string name, string typed)
    {
        var start = name.StartsWith('@') && !typed.StartsWith('@') ? 1 : 0;
        if (string.CompareOrdinal(name, start, typed, 0, typed.Length) == 0)
            return 0;
        if (string.Compare(name, start, typed, 0, typed.Length, StringComparison.OrdinalIgnoreCase) == 0)
            return 1;
        return typed.Length > 1 && HasHumps(name, start, typed) ? 2 : null;
    }

    // Every letter typed begins a word of the name or goes on in the word of the letter before.
    static bool HasHumps(string name, int start, string typed)
    {
        if (start == name.Length || char.ToLowerInvariant(name[start]) != char.ToLowerInvariant(typed[0]))
            return false;
        return From(start + 1, 1);

        bool From(int at, int letter)
        {
            if (letter == typed.Length)
                return true;
            for (var i = at; i < name.Length; i++)
            {
                var fits = char.ToLowerInvariant(name[i]) == char.ToLowerInvariant(typed[letter]) && (i == at || IsHump(name, i));
                if (fits && From(i + 1, letter + 1))
                    return true;
            }
            return false;
        }
    }

    static bool IsHump(string name, int i) => name[i - 1] == '_' || char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]) || char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]);
}
