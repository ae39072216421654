using System.Collections;
using System.Runtime.CompilerServices;

namespace GenerativeCourse.Figures;

/// <summary>A row of numbers to draw: made from arrays and lists of numbers where a figure asks for one; NaN leaves a gap.</summary>
[CollectionBuilder(typeof(Numbers), nameof(Create))]
public readonly partial struct Numbers : IReadOnlyList<double>
{
    readonly double[]? values;

    Numbers(double[] values) => this.values = values;

    /// <summary>How many there are.</summary>
    public int Count => Values.Length;

    internal double[] Values => values ?? [];

    /// <summary>The number at a place, from 0.</summary>
    public double this[int index] => Values[index];

    /// <summary>Copies the numbers.</summary>
    public static Numbers Create(ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>Takes the numbers of a sequence.</summary>
    public static Numbers From(IEnumerable<double> values) => new([.. values]);

    /// <summary>Takes an array as it is, without a copy.</summary>
    public static implicit operator Numbers(double[] values) => new(values);

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(float[] values) => new(Array.ConvertAll(values, v => (double)v));

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(int[] values) => new(Array.ConvertAll(values, v => (double)v));

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(long[] values) => new(Array.ConvertAll(values, v => (double)v));

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(List<double> values) => new([.. values]);

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(List<float> values) => new([.. values.Select(v => (double)v)]);

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(List<int> values) => new([.. values.Select(v => (double)v)]);

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>Takes a copy.</summary>
    public static implicit operator Numbers(ReadOnlySpan<float> values) => values.ToArray();

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Numbers Count0(int count) => new([.. Enumerable.Range(0, count).Select(i => (double)i)]);
}
