namespace GenerativeCourse.Grading.Similarity;

/// <summary>
/// Finds near-identical answers to one exercise. What the stub has is left out, and what many of the class have: the natural way to write it, or code from the lecture.
/// Names, layout, comments and order do not hide a copy.
/// </summary>
/// <param name="stub">The answer's cell as it was released.</param>
/// <param name="isProse">Whether answers are prose and not C#.</param>
public sealed class SimilarAnswers(string stub, bool isProse)
{
    const double CommonShare = 0.05, LeastShare = 0.5;
    const int CommonCount = 5, LeastShared = 6, MostPlaces = 20;

    readonly Winnowing winnowing = isProse ? Winnowing.OfProse : Winnowing.OfCode;

    /// <summary>The pairs that a person should look at, the likest first: by share, then by how much they share.</summary>
    public IReadOnlyList<SimilarPair> Find(IReadOnlyList<(string Student, string Text)> answers)
    {
        var given = winnowing.Hashes(Tokens(stub)).ToHashSet();
        var read = answers.OrderBy(answer => answer.Student, StringComparer.Ordinal).Select(answer => Read(answer.Student, answer.Text)).ToList();
        var common = Math.Max(CommonCount, CommonShare * read.Count);
        var holders = new Dictionary<ulong, int>();
        foreach (var hash in read.SelectMany(answer => answer.Places.Keys))
            holders[hash] = holders.GetValueOrDefault(hash) + 1;
        bool IsTelling(ulong hash) => holders[hash] > 1 && holders[hash] <= common && !given.Contains(hash);
        // An answer's own fingerprints count in its total, too: what only one has makes it less like the others.
        var totals = read.Select(answer => answer.Kept.Count(hash => !given.Contains(hash) && holders[hash] <= common)).ToArray();
        var shared = new Dictionary<(int First, int Second), int>();
        foreach (var group in read.SelectMany((answer, i) => answer.Kept.Where(IsTelling).Select(hash => (hash, i))).GroupBy(pair => pair.hash, pair => pair.i))
        {
            int[] students = [.. group];
            for (var a = 0; a < students.Length; a++)
                for (var b = a + 1; b < students.Length; b++)
                    shared[(students[a], students[b])] = shared.GetValueOrDefault((students[a], students[b])) + 1;
        }
        return [.. shared.Where(pair => pair.Value >= LeastShared)
            .Select(pair => (pair.Key.First, pair.Key.Second, Share: (double)pair.Value / Math.Min(totals[pair.Key.First], totals[pair.Key.Second]), Shared: pair.Value))
            .Where(pair => pair.Share >= LeastShare)
            .OrderByDescending(pair => pair.Share).ThenByDescending(pair => pair.Shared).ThenBy(pair => pair.First).ThenBy(pair => pair.Second)
            .Select(pair => new SimilarPair(read[pair.First].Student, read[pair.Second].Student, pair.Share, pair.Shared,
                read[pair.First].Tokens.Select(token => token.Text).SequenceEqual(read[pair.Second].Tokens.Select(token => token.Text))))];
    }

    /// <summary>What two answers share beyond the stub, by its place in the first: the longest passages, each token once.</summary>
    public IReadOnlyList<MatchingPassage> Passages(string firstText, string secondText)
    {
        var given = winnowing.Hashes(Tokens(stub)).ToHashSet();
        var (first, second) = (Read("", firstText), Read("", secondText));
        var found = new List<(int First, int Second, int Length)>();
        var reached = new Dictionary<int, int>(); // along a diagonal, up to which token a match is known
        foreach (var (a, hash) in winnowing.Hashes(first.Tokens).Index())
        {
            if (given.Contains(hash) || !second.Places.TryGetValue(hash, out var others))
                continue;
            foreach (var b in others.Take(MostPlaces).Where(b => a >= reached.GetValueOrDefault(a - b)))
            {
                var match = Extend(first.Tokens, second.Tokens, a, b);
                reached[a - b] = match.First + match.Length;
                found.Add(match);
            }
        }
        var (takenFirst, takenSecond) = (new bool[first.Tokens.Count], new bool[second.Tokens.Count]);
        var passages = new List<MatchingPassage>();
        foreach (var (a, b, length) in found.OrderByDescending(match => match.Length).ThenBy(match => match.First).ThenBy(match => match.Second))
        {
            if (takenFirst.AsSpan(a, length).Contains(true) || takenSecond.AsSpan(b, length).Contains(true))
                continue;
            takenFirst.AsSpan(a, length).Fill(true);
            takenSecond.AsSpan(b, length).Fill(true);
            passages.Add(new MatchingPassage(first.Tokens[a].Start, first.Tokens[a + length - 1].End, second.Tokens[b].Start, second.Tokens[b + length - 1].End, length));
        }
        return [.. passages.OrderBy(passage => passage.FirstStart)];
    }

    (int First, int Second, int Length) Extend(IReadOnlyList<AnswerToken> first, IReadOnlyList<AnswerToken> second, int a, int b)
    {
        var end = winnowing.Length;
        while (a > 0 && b > 0 && first[a - 1].Text == second[b - 1].Text)
            (a, b, end) = (a - 1, b - 1, end + 1);
        while (a + end < first.Count && b + end < second.Count && first[a + end].Text == second[b + end].Text)
            end++;
        return (a, b, end);
    }

    IReadOnlyList<AnswerToken> Tokens(string text) => isProse ? AnswerTokens.OfProse(text) : AnswerTokens.OfCode(text);

    ReadAnswer Read(string student, string text)
    {
        var tokens = Tokens(text);
        var hashes = winnowing.Hashes(tokens);
        return new ReadAnswer(student, tokens, winnowing.Keep(hashes), hashes.Select((hash, at) => (hash, at)).GroupBy(pair => pair.hash, pair => pair.at).ToDictionary(group => group.Key, group => group.ToArray()));
    }

    sealed record ReadAnswer(string Student, IReadOnlyList<AnswerToken> Tokens, IReadOnlySet<ulong> Kept, IReadOnlyDictionary<ulong, int[]> Places);
}
