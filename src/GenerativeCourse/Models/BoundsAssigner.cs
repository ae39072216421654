using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// Nearest centres on the CPU with few distances: how far the centres moved bounds how far a row can be from each, by the triangle inequality (Elkan,
/// 2003). The answers are those of comparing all; after a few iterations a row needs only a few comparisons, and most rows are not read at all.
/// </summary>
sealed unsafe class BoundsAssigner<T> : IAssigner where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    const int Block = 256;

    // Distances carry rounding errors, and bounds gather them: what is as close as this is compared.
    static readonly T Slack = T.One + T.CreateChecked(typeof(T) == typeof(float) ? 1e-5 : 1e-12);

    readonly Tensor x;       // (N, D), contiguous; rows points into it
    readonly T* rows;
    readonly int count, width, clusters;
    readonly int[] own;      // (N): the nearest centre
    readonly T[] upper;      // (N): the distance to it is at most this
    readonly T[] lower;      // (N, K): the distance to each other centre is at least this; infinite for the own one
    readonly T[] half;       // (K, K): half the distance from centre to centre
    readonly T[] nearest;    // (K): the least of a row of these
    readonly T[] shift;      // (K): how far each centre moved
    T[] centers = [];        // (K, D)

    internal BoundsAssigner(Tensor x, int clusters)
    {
        this.x = x.contiguous();
        rows = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(this.x.bytes));
        (count, width, this.clusters) = ((int)x.shape[0], (int)x.shape[1], clusters);
        (own, upper, lower) = (new int[count], new T[count], new T[(long)count * clusters]);
        (half, nearest, shift) = (new T[clusters * clusters], new T[clusters], new T[clusters]);
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
        T[] places = Values(centers);
        long[] label = labels.data<long>().ToArray();
        T[] squares = new T[count];
        InBlocks(row => squares[row] = SquaredDistance(rows + (long)row * width, ref places[label[row] * width]));
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
        GC.KeepAlive(x);
    }

    // Notes how far the centres moved, and how far they are from each other.
    void Move(Tensor to)
    {
        T[] before = centers;
        centers = Values(to);
        Array.Fill(nearest, T.PositiveInfinity);
        for (int k = 0; k < clusters; k++)
        {
            fixed (T* center = &centers[k * width])
            {
                shift[k] = before.Length == 0 ? T.Zero : T.Sqrt(SquaredDistance(center, ref before[k * width])) * Slack;
                for (int j = 0; j < clusters; j++)
                {
                    T distance = half[k * clusters + j] = T.Sqrt(SquaredDistance(center, ref centers[j * width])) / T.CreateChecked(2);
                    if (j != k)
                        nearest[k] = T.Min(nearest[k], distance);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]  // hot from the first call on
    void Row(int i)
    {
        Span<T> low = lower.AsSpan(i * clusters, clusters);
        int a = own[i];
        T u = (upper[i] + shift[a]) * Slack;
        bool close = Lower(low, u);
        if (!close || u < nearest[a])
        {
            upper[i] = u;
            return;
        }
        T* row = rows + (long)i * width;
        u = T.Sqrt(SquaredDistance(row, ref centers[a * width]));
        for (int j = 0; j < low.Length; j++)
        {
            T limit = u * Slack;
            if (low[j] >= limit || half[a * clusters + j] >= limit || j == a)
                continue;
            T distance = T.Sqrt(SquaredDistance(row, ref centers[j * width]));
            if (distance < u)
            {
                (low[a], low[j]) = (u, T.PositiveInfinity);
                (a, u) = (j, distance);
            }
            else
                low[j] = distance;
        }
        low[a] = T.PositiveInfinity;
        (own[i], upper[i]) = (a, u);
    }

    // Lowers the bounds by the centres' moves; whether one is below u.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Lower(Span<T> low, T u)
    {
        ref T bound = ref MemoryMarshal.GetReference(low), move = ref MemoryMarshal.GetArrayDataReference(shift);
        Vector512<T> limit = Vector512.Create(u), close = Vector512<T>.Zero;
        int j = 0;
        for (; j <= low.Length - Vector512<T>.Count; j += Vector512<T>.Count)
        {
            Vector512<T> lowered = Vector512.LoadUnsafe(ref bound, (nuint)j) - Vector512.LoadUnsafe(ref move, (nuint)j);
            lowered.StoreUnsafe(ref bound, (nuint)j);
            close |= Vector512.LessThan(lowered, limit);
        }
        bool any = close != Vector512<T>.Zero;
        for (; j < low.Length; j++)
            any |= (low[j] -= shift[j]) < u;
        return any;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    T SquaredDistance(T* row, ref T center)
    {
        ref T left = ref Unsafe.AsRef<T>(row);
        Vector512<T> one = Vector512<T>.Zero, two = one, three = one, four = one;
        int step = Vector512<T>.Count, d = 0;
        for (; d <= width - 4 * step; d += 4 * step)
        {
            Vector512<T> a = Vector512.LoadUnsafe(ref left, (nuint)d) - Vector512.LoadUnsafe(ref center, (nuint)d);
            Vector512<T> b = Vector512.LoadUnsafe(ref left, (nuint)(d + step)) - Vector512.LoadUnsafe(ref center, (nuint)(d + step));
            Vector512<T> c = Vector512.LoadUnsafe(ref left, (nuint)(d + 2 * step)) - Vector512.LoadUnsafe(ref center, (nuint)(d + 2 * step));
            Vector512<T> e = Vector512.LoadUnsafe(ref left, (nuint)(d + 3 * step)) - Vector512.LoadUnsafe(ref center, (nuint)(d + 3 * step));
            (one, two, three, four) = (one + a * a, two + b * b, three + c * c, four + e * e);
        }
        T sum = Vector512.Sum(one + two + (three + four));
        for (; d < width; d++)
        {
            T difference = Unsafe.Add(ref left, d) - Unsafe.Add(ref center, d);
            sum += difference * difference;
        }
        return sum;
    }

    static T[] Values(Tensor matrix) => MemoryMarshal.Cast<byte, T>(matrix.contiguous().bytes).ToArray();
}
