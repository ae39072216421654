using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>What the classical models ask of their data, refused in one line where it does not hold.</summary>
static class DataRows
{
    /// <summary>The rows (N, D) as they are where they are float32 or float64, else as float32; for the caller to dispose.</summary>
    /// <exception cref="ArgumentException">They are no matrix, empty, of another number of columns, or hold NaN or infinities.</exception>
    internal static Tensor Checked(Tensor x, string model, long? columns = null, bool missing = false)
    {
        if (x.dim() != 2)
            throw new ArgumentException($"{model} takes rows of shape (N, D), and these are ({string.Join(", ", x.shape)}): flatten or unsqueeze them first");
        if (x.shape[0] == 0 || x.shape[1] == 0)
            throw new ArgumentException($"{model} was given ({x.shape[0]}, {x.shape[1]}): there is no data in it");
        if (columns is { } wanted && x.shape[1] != wanted)
            throw new ArgumentException($"{model} was fitted to {wanted} columns, and these rows have {x.shape[1]}");
        Tensor numbers = x.dtype is ScalarType.Float32 or ScalarType.Float64 ? x.alias() : x.to(ScalarType.Float32);
        if (!missing)
            CheckFinite(numbers, model);
        return numbers;
    }

    /// <summary>At least as many rows as clusters or components.</summary>
    internal static void CheckCount(long rows, int parts, string model, string what)
    {
        if (rows < parts)
            throw new ArgumentException($"{model}: {rows} {(rows == 1 ? "row" : "rows")} for {parts} {what}: give at least as many rows, or ask for fewer {what}");
    }

    /// <summary>Positive, or one line.</summary>
    internal static int CheckParts(int parts, string model, string what) =>
        parts > 0 ? parts : throw new ArgumentOutOfRangeException(nameof(parts), $"{model} needs 1 or more {what}, not {parts}");

    // One number tells for nearly all data; only where it is not finite is each looked at.
    static void CheckFinite(Tensor x, string model)
    {
        using var scope = NewDisposeScope();
        if (double.IsFinite(x.sum().to(ScalarType.Float64).item<double>()))
            return;
        Tensor bad = isfinite(x).logical_not();
        long count = bad.sum().item<long>();
        if (count == 0)
            return;
        long first = bad.any(1).to(ScalarType.Byte).argmax().item<long>();
        throw new ArgumentException($"{model}: {count} of {x.numel()} numbers are NaN or infinite, the first in row {first}: drop such rows or fill them in");
    }

    /// <summary>Rows a chunk, so that a temporary with this many numbers a row stays in the processor's cache, or is large enough for a GPU.</summary>
    internal static long Chunk(Device device, long numbersPerRow, long least = 256) =>
        Math.Max(least, (device.type == TorchSharp.DeviceType.CPU ? 1L << 19 : 1L << 26) / Math.Max(1, numbersPerRow));

    /// <summary>Chunks of the rows 0 to N: where each begins, and how many rows it has.</summary>
    internal static IEnumerable<(long Start, long Count)> Chunks(long rows, long size)
    {
        for (long start = 0; start < rows; start += size)
            yield return (start, Math.Min(size, rows - start));
    }

    /// <summary>||x||^2 of each row of x (N, D): (N). Where they sum to a number, all of x are numbers; else each is looked at.</summary>
    internal static Tensor SquaredNorms(Tensor x, string model)
    {
        using var scope = NewDisposeScope();
        Tensor squares = linalg.vector_norm(x, ord: 2, dims: [1L]).pow_(2);
        if (!double.IsFinite(squares.sum().to(ScalarType.Float64).item<double>()))
            CheckFinite(x, model);
        return squares.MoveToOuterDisposeScope();
    }

    /// <summary>Where a contiguous tensor's numbers lie, for as long as it lives.</summary>
    internal static unsafe void* Address(Tensor contiguous)
    {
        using Tensor first = contiguous.view(-1).narrow(0, 0, 1);
        return Unsafe.AsPointer(ref MemoryMarshal.GetReference(first.bytes));
    }
}
