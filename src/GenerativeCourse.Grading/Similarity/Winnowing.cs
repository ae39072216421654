namespace GenerativeCourse.Grading.Similarity;

/// <summary>Fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003).</summary>
/// <param name="Length">How many tokens a fingerprint is of; shorter matches are never found.</param>
/// <param name="Window">Of that many neighbouring fingerprints one is kept: a match of <c>Length + Window - 1</c> tokens is always found.</param>
sealed record Winnowing(int Length, int Window)
{
    /// <summary>For C#: matches of 13 tokens are always found.</summary>
    public static Winnowing OfCode { get; } = new(8, 6);

    /// <summary>For prose: matches of 8 words are always found.</summary>
    public static Winnowing OfProse { get; } = new(5, 4);

    /// <summary>The hash of the tokens from each place on; fewer than there are tokens, and none of a text that is too short.</summary>
    public ulong[] Hashes(IReadOnlyList<AnswerToken> tokens)
    {
        var words = tokens.Select(token => Hash(token.Text)).ToArray();
        var hashes = new ulong[Math.Max(0, words.Length - Length + 1)];
        for (var at = 0; at < hashes.Length; at++)
            for (var i = 0; i < Length; i++)
                hashes[at] = Mix(hashes[at] ^ words[at + i]);
        return hashes;
    }

    /// <summary>The hashes that are kept: the smallest of each window, the last of equal ones.</summary>
    public IReadOnlySet<ulong> Keep(ReadOnlySpan<ulong> hashes)
    {
        var kept = new HashSet<ulong>();
        for (var start = 0; start < hashes.Length && (start == 0 || start + Window <= hashes.Length); start++)
        {
            var least = start;
            for (var at = start + 1; at < Math.Min(start + Window, hashes.Length); at++)
                if (hashes[at] <= hashes[least])
                    least = at;
            kept.Add(hashes[least]);
        }
        return kept;
    }

    // FNV-1a: the same on every machine and in every run, as string.GetHashCode is not.
    static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211;
        return hash;
    }

    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * 0x9E3779B97F4A7C15;
        return value ^ (value >> 29);
    }
}
