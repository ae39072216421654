using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>Sums of rows by cluster on the CPU, in float64. Each thread has columns of its own: sums do not depend on how many threads there are.</summary>
static unsafe class RowSums
{
    const int LeastColumns = 64;  // a thread's

    /// <summary>Takes each of these rows of x (N, D) from the sum (K, D) and count (K) of its old cluster, if that is not -1, and adds it to those of its new one.</summary>
    internal static void Move(Tensor x, Tensor rows, Tensor old, Tensor now, Tensor sums, Tensor counts)
    {
        long[] changed = rows.data<long>().ToArray(), before = old.data<long>().ToArray(), after = now.data<long>().ToArray();
        int[] from = Array.ConvertAll(changed, row => (int)before[row]), to = Array.ConvertAll(changed, row => (int)after[row]);
        double* count = (double*)DataRows.Address(counts);
        for (int i = 0; i < changed.Length; i++)
        {
            if (from[i] >= 0)
                count[from[i]]--;
            count[to[i]]++;
        }
        GC.KeepAlive(counts);
        if (x.dtype == ScalarType.Float64)
            Move<double>(x, changed, from, to, sums);
        else
            Move<float>(x, changed, from, to, sums);
    }

    static void Move<T>(Tensor x, long[] rows, int[] from, int[] to, Tensor sums) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = (int)x.shape[1], parts = Math.Clamp(width / LeastColumns, 1, get_num_threads());
        T* data = (T*)DataRows.Address(x);
        double* sum = (double*)DataRows.Address(sums);
        Parallel.For(0, parts, part =>
        {
            int first = (int)((long)width * part / parts), count = (int)((long)width * (part + 1) / parts) - first;
            for (int i = 0; i < rows.Length; i++)
            {
                T* row = data + rows[i] * width + first;
                if (from[i] >= 0)
                    Add(row, sum + (long)from[i] * width + first, count, -1);
                Add(row, sum + (long)to[i] * width + first, count, 1);
            }
        });
        GC.KeepAlive(x);
        GC.KeepAlive(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]  // hot from the first call on
    static void Add<T>(T* row, double* sum, int count, double sign) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int d = 0;
        Vector512<double> factor = Vector512.Create(sign);
        if (typeof(T) == typeof(float))
            for (; d <= count - Vector512<double>.Count; d += Vector512<double>.Count)
                (Vector512.Load(sum + d) + factor * Vector512.Create(Vector256.WidenLower(Vector256.Load((float*)row + d)), Vector256.WidenUpper(Vector256.Load((float*)row + d)))).Store(sum + d);
        for (; d < count; d++)
            sum[d] += sign * double.CreateTruncating(row[d]);
    }
}
