using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GenerativeCourse.Models;

/// <summary>Squared distances of rows of float or double, from differences, so that nothing cancels.</summary>
static unsafe class RowDistance
{
    /// <summary>||a - b||^2 of two rows of this many columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]  // hot from the first call on
    internal static T Squared<T>(T* a, T* b, int width) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> one = Vector512<T>.Zero, two = one, three = one, four = one;
        int step = Vector512<T>.Count, d = 0;
        for (; d <= width - 4 * step; d += 4 * step)
        {
            one = Add(one, a + d, b + d);
            two = Add(two, a + d + step, b + d + step);
            three = Add(three, a + d + 2 * step, b + d + 2 * step);
            four = Add(four, a + d + 3 * step, b + d + 3 * step);
        }
        for (; d <= width - step; d += step)
            one = Add(one, a + d, b + d);
        T sum = Vector512.Sum(one + two + (three + four));
        for (; d < width; d++)
        {
            T difference = a[d] - b[d];
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>Lets the processor fetch a row that is likely to be read next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Announce<T>(T* row, int width) where T : unmanaged
    {
        for (byte* line = (byte*)row; Sse.IsSupported && line < row + width; line += 64)
            Sse.Prefetch0(line);
    }

    // The sum and another vector's squared differences, in one rounding where the processor can.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<T> Add<T>(Vector512<T> sum, T* a, T* b) where T : unmanaged
    {
        Vector512<T> difference = Vector512.Load(a) - Vector512.Load(b);
        return typeof(T) == typeof(float)
            ? Vector512.MultiplyAddEstimate(difference.AsSingle(), difference.AsSingle(), sum.AsSingle()).As<float, T>()
            : Vector512.MultiplyAddEstimate(difference.AsDouble(), difference.AsDouble(), sum.AsDouble()).As<double, T>();
    }
}
