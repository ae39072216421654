using GenerativeCourse.Grading.Similarity;

namespace GenerativeCourse.Grading.Tests.Similarity;

public sealed class SimilarAnswersTests
{
    const string Stub = """
        Tensor Step(Tensor points, Tensor centres)  // (N, D), (K, D) -> (K, D)
        {
            // YOUR CODE HERE
            throw new NotImplementedException();
        }
        """;

    const string Original = """
        Tensor Step(Tensor points, Tensor centres)  // (N, D), (K, D) -> (K, D)
        {
            var nearest = cdist(points, centres).argmin(1);
            var moved = centres.clone();
            for (var k = 0; k < centres.shape[0]; k++)
            {
                var mine = points[nearest == k];
                if (mine.shape[0] > 0)
                    moved[k] = mine.mean([0]);
            }
            return moved;
        }
        """;

    // The same with other names, comments, types, braces and line breaks.
    const string Renamed = """
        Tensor Step(Tensor data, Tensor mu)
        {
            // assign every point
            Tensor label = cdist(data, mu).argmin(1);   Tensor result = mu.clone();
            for (int cluster = 0; cluster < mu.shape[0]; cluster++) {
                Tensor members = data[label == cluster];
                if (members.shape[0] > 0) { result[cluster] = members.mean([0]); }
            }
            return result;
        }
        """;

    static readonly string[] Honest =
    [
        """
        Tensor Step(Tensor points, Tensor centres)
        {
            var distances = (points.unsqueeze(1) - centres.unsqueeze(0)).pow(2).sum(2);
            var onehot = functional.one_hot(distances.argmin(1), centres.shape[0]).to(float32);
            var counts = onehot.sum(0).unsqueeze(1);
            return where(counts > 0, onehot.t().matmul(points) / counts.clamp_min(1), centres);
        }
        """,
        """
        Tensor Step(Tensor points, Tensor centres)
        {
            var groups = Enumerable.Range(0, (int)centres.size(0)).Select(_ => new List<Tensor>()).ToArray();
            for (long n = 0; n < points.size(0); n++)
                groups[(points[n] - centres).norm(1).argmin().item<long>()].Add(points[n]);
            return stack(groups.Select((group, k) => group.Count == 0 ? centres[k] : stack(group).mean([0])).ToArray());
        }
        """,
        """
        Tensor Step(Tensor points, Tensor centres)
        {
            using var scope = NewDisposeScope();
            var sums = zeros_like(centres);
            var counts = zeros(centres.shape[0]);
            var labels = cdist(points, centres).argmin(1);
            sums.index_add_(0, labels, points, 1);
            counts.index_add_(0, labels, ones(points.shape[0]), 1);
            var filled = counts > 0;
            sums[filled] = sums[filled] / counts[filled].unsqueeze(1);
            sums[~filled] = centres[~filled];
            return sums.MoveToOuterDisposeScope();
        }
        """,
        """
        Tensor Step(Tensor points, Tensor centres)
        {
            var best = cdist(points, centres).min(1).indexes;
            Tensor[] means = new Tensor[centres.shape[0]];
            foreach (var index in Enumerable.Range(0, means.Length))
            {
                var mask = best.eq(index);
                means[index] = mask.any().ToBoolean() ? points.masked_select(mask.unsqueeze(1)).reshape(-1, points.shape[1]).mean([0L]) : centres[index];
            }
            return stack(means, 0);
        }
        """,
        """
        Tensor Step(Tensor points, Tensor centres)
        {
            return stack([.. Enumerable.Range(0, (int)centres.shape[0]).Select(k =>
            {
                var own = points.index(cdist(points, centres).argmin(1) == k);
                return own.numel() == 0 ? centres[k] : own.sum(0) / own.shape[0];
            })]);
        }
        """,
    ];

    static IReadOnlyList<SimilarPair> Find(params (string, string)[] more) => new SimilarAnswers(Stub, isProse: false).Find([.. Honest.Select((answer, i) => ($"honest{i}", answer)), .. more]);

    [Fact]
    public void Honest_answers_are_not_similar() => Assert.Empty(Find(("ada", Original)));

    [Fact]
    public void Stubs_are_not_similar() => Assert.Empty(Find(("ada", Stub), ("bob", Stub)));

    [Fact]
    public void A_copy_is_found_whatever_its_names_and_layout()
    {
        var pair = Assert.Single(Find(("bob", Renamed), ("ada", Original)));
        Assert.Equal(("ada", "bob", 1.0, true), (pair.First, pair.Second, pair.Share, pair.IsSame));
    }

    [Fact]
    public void A_copy_is_found_when_its_parts_change_places_and_a_line_is_added()
    {
        const string Before = "double Half(double x) { var half = x / 2; return half > 0 ? Math.Sqrt(half) : Math.Abs(half); }\nint Third(int[] all) { return all.Where(one => one % 3 == 0).OrderBy(one => -one).First(); }";
        const string After = "int Drei(int[] xs) { return xs.Where(x => x % 3 == 0).OrderBy(x => -x).First(); }\nConsole.WriteLine(\"mine\");\ndouble Halb(double y) { var h = y / 2; return h > 0 ? Math.Sqrt(h) : Math.Abs(h); }";
        var pair = Assert.Single(Find(("ada", Before), ("bob", After)));
        Assert.False(pair.IsSame);
        Assert.InRange(pair.Share, 0.7, 1);
        var passages = new SimilarAnswers(Stub, isProse: false).Passages(Before, After);
        Assert.Equal(2, passages.Count);
        Assert.StartsWith("double Half(double x) { var half", Before[passages[0].FirstStart..passages[0].FirstEnd]);
        Assert.StartsWith("double Halb(double y) { var h", After[passages[0].SecondStart..passages[0].SecondEnd]);
        Assert.True(passages[0].SecondStart > passages[1].SecondStart);
    }

    [Fact]
    public void Half_a_copy_is_found_and_counts_less_than_a_whole_one()
    {
        var half = Honest[2].Replace("var filled", "var moved = centres.clone();\nfor (var k = 0; k < centres.shape[0]; k++)\n{\nvar mine = points[labels == k];\nif (mine.shape[0] > 0)\nmoved[k] = mine.mean([0]);\n}\nvar filled");
        var pairs = Find(("ada", Original), ("bob", Renamed), ("eve", half));
        Assert.Equal(["ada bob", "ada eve", "bob eve", "eve honest2"], pairs.Select(pair => string.Join(' ', new[] { pair.First, pair.Second })).Order());
        Assert.Equal(1, pairs.Single(pair => pair.First == "ada" && pair.Second == "bob").Share);
        Assert.InRange(pairs.Single(pair => pair.First == "ada" && pair.Second == "eve").Share, 0.5, 0.99);
    }

    [Fact]
    public void What_many_have_is_not_telling()
    {
        var all = Enumerable.Range(0, 12).Select(i => ($"student{i:00}", Original)).ToArray();
        Assert.Empty(Find(all));
        Assert.Equal(10, Find(all[..5]).Count);
    }

    [Fact]
    public void Copied_prose_is_found_and_prose_of_ones_own_is_not()
    {
        const string First = "The evidence is an integral over all latents, which nobody can compute. The bound replaces it by an expectation under the encoder, which we can estimate from samples.";
        const string Second = "Nobody can compute the evidence: it integrates over the latents. So an encoder proposes latents and we bound the logarithm from below by Jensen's inequality.";
        var copied = $"I think that {First.ToUpperInvariant().Replace(",", "")} That is all.";
        var pair = Assert.Single(new SimilarAnswers("YOUR ANSWER HERE", isProse: true).Find([("ada", First), ("bob", Second), ("eve", copied)]));
        Assert.Equal(("ada", "eve"), (pair.First, pair.Second));
    }

    [Fact]
    public void Endless_repetition_and_nesting_cost_little()
    {
        var long1 = string.Concat(Enumerable.Repeat("x = f(x, 1); ", 3000));
        var deep = new string('(', 40_000);
        var found = Find(("ada", long1), ("bob", long1), ("eve", deep), ("mallory", deep));
        Assert.All(found, pair => Assert.NotEqual("honest0", pair.First));
        Assert.NotNull(new SimilarAnswers(Stub, isProse: false).Passages(long1, long1));
    }

    [Fact]
    public void Every_match_of_the_promised_length_is_found()
    {
        var random = new Random(3);
        var winnowing = Winnowing.OfCode;
        for (var trial = 0; trial < 200; trial++)
        {
            IReadOnlyList<AnswerToken> Text(string[] shared) => [.. Enumerable.Range(0, random.Next(40)).Select(_ => $"w{random.Next(1_000_000)}").Concat(shared)
                .Concat(Enumerable.Range(0, random.Next(40)).Select(_ => $"w{random.Next(1_000_000)}")).Select(word => new AnswerToken(word, 0, 1))];
            string[] shared = [.. Enumerable.Range(0, winnowing.Length + winnowing.Window - 1).Select(_ => $"s{random.Next(50)}")];
            Assert.True(winnowing.Keep(winnowing.Hashes(Text(shared))).Overlaps(winnowing.Keep(winnowing.Hashes(Text(shared)))));
        }
    }
}
