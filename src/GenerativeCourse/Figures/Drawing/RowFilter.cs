namespace GenerativeCourse.Figures.Drawing;

/// <summary>Chooses the PNG filter of a row: the one with the smallest sum of absolute differences, as libpng does.</summary>
sealed class RowFilter(int stride, int channels)
{
    readonly byte[] best = new byte[stride + 1], trial = new byte[stride + 1];

    /// <summary>The filtered row behind its filter byte; a palette's rows, whose numbers mean nothing, take none or "up".</summary>
    public ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, bool search)
    {
        if (row.SequenceEqual(above))
        {
            best.AsSpan().Clear();
            best[0] = 2;
            return best;
        }
        best[0] = 0;
        row.CopyTo(best.AsSpan(1));
        if (!search) return best;

        var bestSum = Sum(best);
        for (byte kind = 1; kind <= 4; kind++)
        {
            trial[0] = kind;
            Filter(kind, row, above, trial.AsSpan(1));
            var sum = Sum(trial);
            if (sum >= bestSum) continue;
            bestSum = sum;
            trial.CopyTo(best, 0);
        }
        return best;
    }

    void Filter(byte kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> to)
    {
        for (var at = 0; at < row.Length; at++)
        {
            int left = at >= channels ? row[at - channels] : 0, up = above[at], corner = at >= channels ? above[at - channels] : 0;
            to[at] = (byte)(row[at] - kind switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            });
        }
    }

    static int Paeth(int left, int up, int corner)
    {
        int toLeft = Math.Abs(up - corner), toUp = Math.Abs(left - corner), toCorner = Math.Abs(left + up - 2 * corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    static int Sum(byte[] filtered)
    {
        var sum = 0;
        for (var at = 1; at < filtered.Length; at++) sum += Math.Abs((int)(sbyte)filtered[at]);
        return sum;
    }
}
