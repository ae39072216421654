using static TorchSharp.torch;

namespace GenerativeCourse.Evaluation;

/// <summary>How well clusters agree with classes; all three measures are blind to how the clusters are numbered.</summary>
public static class Clustering
{
    /// <summary>The part of the rows in the right cluster when each cluster stands for one class, matched so that this is largest: 0 to 1.</summary>
    public static double Accuracy(Tensor labels, Tensor clusters)
    {
        double[,] counts = Counts(labels, clusters);
        int[] match = Assignment.Maximise(counts);
        return match.Select((column, row) => column < 0 ? 0 : counts[row, column]).Sum() / Sum(counts);
    }

    /// <summary>How many rows of each class are in each cluster: (classes, clusters), in the order of their numbers.</summary>
    /// <exception cref="ArgumentException">The two are no int64 vectors of one length.</exception>
    public static double[,] Counts(Tensor labels, Tensor clusters)
    {
        (long[] left, long[] right) = (Values(labels), Values(clusters));
        if (left.Length != right.Length || left.Length == 0)
            throw new ArgumentException($"{left.Length} labels and {right.Length} clusters: give one of each for every row, and at least one");
        Dictionary<long, int> rows = Places(left), columns = Places(right);
        var counts = new double[rows.Count, columns.Count];
        for (int i = 0; i < left.Length; i++)
            counts[rows[left[i]], columns[right[i]]]++;
        return counts;
    }

    /// <summary>Normalised mutual information, I(labels; clusters) over the mean of the two entropies: 0 independent, 1 the same.</summary>
    public static double Nmi(Tensor labels, Tensor clusters)
    {
        double[,] counts = Counts(labels, clusters);
        (double[] a, double[] b) = Margins(counts);
        double n = Sum(counts), mutual = 0;
        for (int i = 0; i < a.Length; i++)
            for (int j = 0; j < b.Length; j++)
                if (counts[i, j] > 0)
                    mutual += counts[i, j] / n * Math.Log(n * counts[i, j] / (a[i] * b[j]));
        double entropies = Entropy(a, n) + Entropy(b, n);
        return entropies == 0 ? 1 : Math.Clamp(2 * mutual / entropies, 0, 1);
    }

    /// <summary>The adjusted Rand index (Hubert and Arabie, 1985): pairs that both treat alike, beyond what chance gives; 1 the same, about 0 independent.</summary>
    public static double Ari(Tensor labels, Tensor clusters)
    {
        double[,] counts = Counts(labels, clusters);
        (double[] a, double[] b) = Margins(counts);
        double together = counts.Cast<double>().Sum(Pairs), left = a.Sum(Pairs), right = b.Sum(Pairs), all = Pairs(Sum(counts));
        double expected = all == 0 ? 0 : left * right / all, most = (left + right) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    static double Pairs(double count) => count * (count - 1) / 2;

    static double Sum(double[,] counts) => counts.Cast<double>().Sum();

    static double Entropy(double[] counts, double n) => -counts.Sum(count => count / n * Math.Log(count / n));

    static (double[] Rows, double[] Columns) Margins(double[,] counts)
    {
        (double[] rows, double[] columns) = (new double[counts.GetLength(0)], new double[counts.GetLength(1)]);
        for (int i = 0; i < rows.Length; i++)
            for (int j = 0; j < columns.Length; j++)
                (rows[i], columns[j]) = (rows[i] + counts[i, j], columns[j] + counts[i, j]);
        return (rows, columns);
    }

    static long[] Values(Tensor labels)
    {
        if (labels.dim() != 1 || labels.dtype != ScalarType.Int64)
            throw new ArgumentException($"labels and clusters are int64 vectors, and this is {labels.dtype} of shape ({string.Join(", ", labels.shape)})");
        using Tensor here = labels.cpu().contiguous();
        return here.data<long>().ToArray();
    }

    static Dictionary<long, int> Places(long[] values) => values.Distinct().Order().Select((value, place) => (value, place)).ToDictionary(pair => pair.value, pair => pair.place);
}
