using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// A histogram as a density of one column or two: the share of the rows in a cell, spread evenly over the cell's width or area; 0 outside.
/// Owns its tensors until <see cref="Dispose"/>.
/// </summary>
public sealed class Histogram : IDisposable
{
    const string Name = "the histogram";
    readonly int[] bins;
    readonly double[][]? given;
    double[][]? edges;
    Tensor? densities;

    /// <summary>Cells of equal width between the least and the greatest value of each column: one number of bins for one column, two for two.</summary>
    public Histogram(params int[] bins)
    {
        if (bins.Length is not (1 or 2) || bins.Any(count => count < 1))
            throw new ArgumentException($"{Name} takes one or two numbers of bins, each 1 or more, not {string.Join(", ", bins)}");
        this.bins = bins;
    }

    /// <summary>Cells between given edges, which rise and may be unequally far apart: one row of edges for one column, two for two.</summary>
    public Histogram(params double[][] edges) : this([.. edges.Select(row => row.Length - 1)])
    {
        if (edges.Any(row => row.Zip(row.Skip(1)).Any(pair => !(pair.First < pair.Second)) || !row.All(double.IsFinite)))
            throw new ArgumentException($"{Name}: the edges must rise, each above the one before");
        given = edges;
    }

    /// <summary>The edges of each column's cells, one more than cells.</summary>
    public IReadOnlyList<double[]> Edges => edges ?? throw NotFitted();

    /// <summary>The density in each cell: float64, (B) or (B1, B2); times width or area it sums to 1.</summary>
    public Tensor Densities => densities ?? throw NotFitted();

    /// <summary>The probability of each cell: float64, (B) or (B1, B2).</summary>
    public Tensor Probabilities() => Densities * Volumes(Densities.device);

    /// <summary>Counts rows, (N), (N, 1) or (N, 2). A cell holds its left edge, the last one both; rows outside of given edges count for no cell.</summary>
    /// <exception cref="ArgumentException">Columns of another number, NaN or infinities, or no row within the edges.</exception>
    public Histogram Fit(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = Rows(x);
        edges = given ?? [.. bins.Select((count, column) => Even(rows.select(1, column), count))];
        Tensor cells = Cells(rows), inside = cells[cells.ge(0)];
        if (inside.shape[0] == 0)
            throw new ArgumentException($"{Name}: none of the {rows.shape[0]} rows lies between the edges");
        long[] shape = [.. bins.Select(count => (long)count)];
        Tensor counts = bincount(inside, minlength: shape.Aggregate((a, b) => a * b)).to(ScalarType.Float64).reshape(shape);
        densities?.Dispose();
        densities = (counts / counts.sum() / Volumes(rows.device)).DetachFromDisposeScope();
        return this;
    }

    /// <summary>log p(x) of each row, in nats: float64, (N); minus infinity in an empty cell and outside.</summary>
    public Tensor LogProb(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor cells = Cells(Rows(x));
        Tensor logs = Densities.log().flatten().index_select(0, cells.clamp_min(0));
        return logs.masked_fill(cells.lt(0), double.NegativeInfinity).MoveToOuterDisposeScope();
    }

    /// <summary>The mean of log p(x) over the rows, in nats.</summary>
    public double Score(Tensor x) => LogLikelihood.Mean(LogProb(x));

    /// <summary>New rows, float64, (count, 1) or (count, 2): a cell by its probability, then a place in it, all as likely; the same for the same seed.</summary>
    public Tensor Sample(long count, long seed)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        using var generator = new Generator(unchecked((ulong)seed));
        Tensor cells = multinomial(Probabilities().flatten().cpu(), count, replacement: true, generator: generator);
        Tensor[] places = bins.Length == 1 ? [cells] : [cells.div(bins[1], RoundingMode.floor), cells.remainder(bins[1])];
        return stack(places.Select((place, column) => Within(place, column)), 1).to(Densities.device).MoveToOuterDisposeScope();

        Tensor Within(Tensor place, int column)
        {
            Tensor ends = tensor(Edges[column]);
            Tensor low = ends.index_select(0, place), high = ends.index_select(0, place + 1);
            return low + (high - low) * rand([count], dtype: ScalarType.Float64, generator: generator);
        }
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        densities?.Dispose();
        densities = null;
    }

    Tensor Rows(Tensor x)
    {
        Tensor rows = DataRows.Checked(x.dim() == 1 ? x.unsqueeze(1) : x, Name).to(ScalarType.Float64);
        return rows.shape[1] == bins.Length ? rows : throw new ArgumentException($"{Name} has edges for {bins.Length} columns, and these rows have {rows.shape[1]}");
    }

    static double[] Even(Tensor column, int count)
    {
        double low = column.min().item<double>(), high = column.max().item<double>();
        if (low == high)
            (low, high) = (low - 0.5, high + 0.5);  // one value: a cell of width 1 around it
        return [.. Enumerable.Range(0, count + 1).Select(edge => edge == count ? high : low + (high - low) * edge / count)];
    }

    // The place of each row's cell in row-major order; -1 outside.
    Tensor Cells(Tensor rows)
    {
        Tensor cells = zeros(rows.shape[0], dtype: ScalarType.Int64, device: rows.device), outside = cells.to(ScalarType.Bool);
        for (int column = 0; column < bins.Length; column++)
        {
            Tensor values = rows.select(1, column).contiguous(), ends = tensor(Edges[column], device: rows.device);
            Tensor place = searchsorted(ends, values, right: true) - 1;
            place = place.where(values.ne(Edges[column][^1]), tensor(bins[column] - 1L, device: rows.device));
            outside = outside.logical_or(place.lt(0)).logical_or(place.ge(bins[column]));
            cells = cells * bins[column] + place.clamp(0, bins[column] - 1);
        }
        return cells.masked_fill(outside, -1);
    }

    Tensor Volumes(Device device)
    {
        Tensor[] widths = [.. Edges.Select(row => tensor(row.Zip(row.Skip(1), (low, high) => high - low).ToArray(), device: device))];
        return widths.Length == 1 ? widths[0] : widths[0].outer(widths[1]);
    }

    static InvalidOperationException NotFitted() => new("this histogram has counted nothing yet: call Fit first");
}
