using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// Nearest centres on the CPU with few distances: how far the centres moved bounds how far a row can be from each, by the triangle inequality (Elkan,
/// 2003). The answers are those of comparing all, the first of equals. For many centres a matrix product gives the first bounds; after a few iterations a row needs only a few comparisons.
/// </summary>
sealed unsafe class BoundsAssigner<T> : IAssigner where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    const int Block = 256;
    const int Many = 32;  // clusters, for which a product pays: centres that lie in the processor's first cache are compared as fast

    // Distances carry rounding errors, and bounds gather them: what is as close as this is compared.
    static readonly T Slack = T.One + T.CreateChecked(typeof(T) == typeof(float) ? 1e-5 : 1e-12);
    static readonly double Unit = typeof(T) == typeof(float) ? float.BitIncrement(1) - 1 : double.BitIncrement(1) - 1;

    readonly Tensor x;       // (N, D), contiguous; rows points into it
    readonly T* rows;
    readonly Tensor squares; // (N): the rows' squared norms
    readonly int count, width, clusters;
    readonly int[] own;      // (N): the nearest centre
    readonly T[] upper;      // (N): the distance to it is at most this
    readonly T[] lower;      // (N, K): the distance to each other centre is at least this; infinite for the own one
    readonly T[] half;       // (K, K): half the distance from centre to centre
    readonly T[] nearest;    // (K): the least of a row of these
    readonly T[] shift;      // (K): how far each centre moved
    readonly Tensor centers; // (K, D), as libtorch aligns it; places points into it
    readonly T* places;
    bool begun;

    internal BoundsAssigner(Tensor x, Tensor squares, int clusters)
    {
        (this.x, this.squares) = (x.contiguous(), squares);
        rows = (T*)DataRows.Address(this.x);
        (count, width, this.clusters) = ((int)x.shape[0], (int)x.shape[1], clusters);
        (own, upper, lower) = (new int[count], new T[count], new T[count * clusters]);
        (half, nearest, shift) = (new T[clusters * clusters], new T[clusters], new T[clusters]);
        centers = empty(clusters, width, dtype: x.dtype);
        places = (T*)DataRows.Address(centers);
        Array.Fill(upper, T.PositiveInfinity);
    }

    public Tensor Assign(Tensor centers)
    {
        Move(centers);
        InBlocks(Row);
        return from_array(Array.ConvertAll(own, label => (long)label));
    }

    public Tensor SquaredDistances(Tensor centers, Tensor labels)
    {
        using Tensor to = centers.contiguous();
        T* center = (T*)DataRows.Address(to);
        long[] label = labels.data<long>().ToArray();
        T[] squares = new T[count];
        InBlocks(row => squares[row] = RowDistance.Squared(rows + (long)row * width, center + label[row] * width, width));
        return from_array(squares);
    }

    void InBlocks(Action<int> row)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() };
        Parallel.For(0, (count + Block - 1) / Block, options, block =>
        {
            for (int i = block * Block; i < Math.Min(count, (block + 1) * Block); i++)
                row(i);
        });
        GC.KeepAlive(this);
    }

    // Notes how far the centres moved, and how far they are from each other.
    void Move(Tensor to)
    {
        using Tensor laid = to.contiguous();
        T* now = (T*)DataRows.Address(laid);
        for (int k = 0; begun && k < clusters; k++)
            shift[k] = T.Sqrt(RowDistance.Squared(places + k * width, now + k * width, width)) * Slack;
        centers.copy_(laid);
        if (!begun && clusters >= Many)
            Begin();
        begun = true;
        Array.Fill(nearest, T.PositiveInfinity);
        for (int k = 0; k < clusters; k++)
            for (int j = 0; j < k; j++)
            {
                T distance = half[k * clusters + j] = half[j * clusters + k] = T.Sqrt(RowDistance.Squared(places + k * width, places + j * width, width)) / T.CreateChecked(2);
                (nearest[k], nearest[j]) = (T.Min(nearest[k], distance), T.Min(nearest[j], distance));
            }
    }

    // The first bounds, ||x||^2 - 2 x.c + ||c||^2 less what rounding may have added, and first guesses at the nearest; where numbers overflow, no bound.
    void Begin()
    {
        using var scope = NewDisposeScope();
        double error = (width + 4) * Unit;
        Tensor across = centers.t();                        // (D, K)
        Tensor own = centers.pow(2).sum(1) * (1 - error);   // (K)
        foreach (var (start, rows) in DataRows.Chunks(count, DataRows.Chunk(CPU, width)))
        {
            using var chunk = NewDisposeScope();
            Tensor bounds = addmm(own, x.narrow(0, start, rows), across, 1, -2).add_(squares.narrow(0, start, rows).unsqueeze(1), 1 - error);
            bounds = where(bounds.gt(0), bounds, bounds.new_zeros(1)).sqrt_();  // (B, K)
            MemoryMarshal.Cast<byte, T>(bounds.bytes).CopyTo(lower.AsSpan((int)start * clusters));
            ReadOnlySpan<long> least = MemoryMarshal.Cast<byte, long>(bounds.argmin(1).bytes);
            for (int i = 0; i < rows; i++)
                this.own[start + i] = (int)least[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]  // hot from the first call on
    void Row(int i)
    {
        ref T low = ref lower[i * clusters];
        int a = own[i];
        T u = (upper[i] + shift[a]) * Slack;
        bool close = Lower(ref low, u);
        if (!close || u < nearest[a])
        {
            upper[i] = u;
            return;
        }
        T* row = rows + (long)i * width;
        u = T.Sqrt(RowDistance.Squared(row, places + a * width, width));
        RowDistance.Announce(row + width, width);
        for (int j = Next(ref low, a, 0, u); j < clusters; j = Next(ref low, a, j + 1, u))
        {
            if (j == a)
                continue;
            T distance = T.Sqrt(RowDistance.Squared(row, places + j * width, width));
            if (distance < u || (distance == u && j < a))
            {
                (Unsafe.Add(ref low, a), Unsafe.Add(ref low, j)) = (u, T.PositiveInfinity);
                (a, u) = (j, distance);
            }
            else
                Unsafe.Add(ref low, j) = distance;
        }
        Unsafe.Add(ref low, a) = T.PositiveInfinity;
        (own[i], upper[i]) = (a, u);
    }

    // The next centre from j on that may be nearer than u, which is the distance to centre a.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Next(ref T low, int a, int j, T u)
    {
        ref T apart = ref half[a * clusters];
        T limit = u * Slack;
        Vector512<T> limits = Vector512.Create(limit);
        for (; j <= clusters - Vector512<T>.Count; j += Vector512<T>.Count)
        {
            Vector512<T> near = Vector512.LessThan(Vector512.LoadUnsafe(ref low, (nuint)j), limits) & Vector512.LessThan(Vector512.LoadUnsafe(ref apart, (nuint)j), limits);
            if (near != Vector512<T>.Zero)
                return j + BitOperations.TrailingZeroCount(near.ExtractMostSignificantBits());
        }
        while (j < clusters && !(Unsafe.Add(ref low, j) < limit && Unsafe.Add(ref apart, j) < limit))
            j++;
        return j;
    }

    // Lowers the bounds by the centres' moves; whether one is below u.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Lower(ref T bound, T u)
    {
        ref T move = ref MemoryMarshal.GetArrayDataReference(shift);
        Vector512<T> limit = Vector512.Create(u), close = Vector512<T>.Zero;
        int j = 0;
        for (; j <= clusters - Vector512<T>.Count; j += Vector512<T>.Count)
        {
            Vector512<T> lowered = Vector512.LoadUnsafe(ref bound, (nuint)j) - Vector512.LoadUnsafe(ref move, (nuint)j);
            lowered.StoreUnsafe(ref bound, (nuint)j);
            close |= Vector512.LessThan(lowered, limit);
        }
        bool any = close != Vector512<T>.Zero;
        for (; j < clusters; j++)
            any |= (Unsafe.Add(ref bound, j) -= Unsafe.Add(ref move, j)) < u;
        return any;
    }
}
