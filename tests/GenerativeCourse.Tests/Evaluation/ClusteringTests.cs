using GenerativeCourse.Evaluation;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Evaluation;

public sealed class ClusteringTests
{
    [Fact]
    public void A_matching_has_the_largest_sum_of_all()
    {
        var random = new Random(3);
        for (int trial = 0; trial < 50; trial++)
        {
            int rows = random.Next(1, 6), columns = random.Next(1, 6);
            var gain = new double[rows, columns];
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < columns; j++)
                    gain[i, j] = random.Next(0, 10);
            int[] match = Assignment.Maximise(gain);
            int[] taken = [.. match.Where(column => column >= 0)];
            Assert.Equal(taken.Distinct().Count(), taken.Length);
            Assert.Equal(Best(gain, 0, []), match.Select((column, row) => column < 0 ? 0 : gain[row, column]).Sum());
        }
    }

    static double Best(double[,] gain, int row, HashSet<int> used)
    {
        if (row == gain.GetLength(0))
            return 0;
        double best = Best(gain, row + 1, used);
        for (int column = 0; column < gain.GetLength(1); column++)
            if (used.Add(column))
            {
                best = Math.Max(best, gain[row, column] + Best(gain, row + 1, used));
                used.Remove(column);
            }
        return best;
    }

    [Fact]
    public void The_names_of_clusters_do_not_matter()
    {
        using var scope = NewDisposeScope();
        Tensor labels = tensor(new long[] { 0, 0, 1, 1, 2, 2 }), renamed = tensor(new long[] { 5, 5, 9, 9, 1, 1 }), one = zeros(6, dtype: ScalarType.Int64);
        Assert.Equal((1, 1, 1), (Clustering.Accuracy(labels, renamed), Math.Round(Clustering.Nmi(labels, renamed), 12), Clustering.Ari(labels, renamed)));
        Assert.Equal((2 / 6.0, 0, 0), (Clustering.Accuracy(labels, one), Clustering.Nmi(labels, one), Clustering.Ari(labels, one)));
        Assert.Contains("6 labels and 2 clusters", Assert.Throws<ArgumentException>(() => Clustering.Ari(labels, one[..2])).Message);
    }
}
