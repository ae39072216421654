using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The lengths of a tensor's axes.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        readonly long[] shape;

        public static readonly Size Empty = new(Array.Empty<long>());

        public Size(long[] shape) => this.shape = shape;
        public Size(IEnumerable<long> shape) => this.shape = [.. shape];
        public Size(int[] shape) => this.shape = Array.ConvertAll(shape, length => (long)length);
        public Size(long size) => shape = [size];
        public Size((long, long) size) => shape = [size.Item1, size.Item2];
        public Size((long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3];
        public Size((long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public static implicit operator Size(long size) => new(size);
        public static implicit operator Size((long, long) size) => new(size);
        public static implicit operator Size((long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long) size) => new(size);
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>One shape after the other.</summary>
        public static Size operator +(Size left, Size right) => new([.. left.shape, .. right.shape]);
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.shape, .. right]);

        // TorchSharp compares the arrays themselves, not what they hold: the same here.
        public static bool operator ==(Size left, Size right) => left.shape == right.shape;
        public static bool operator !=(Size left, Size right) => left.shape != right.shape;
        public override bool Equals(object? obj) => obj is Size other && shape.Equals(other.shape);
        public override int GetHashCode() => shape.GetHashCode();

        /// <summary>The axes from first up to and without next; negative numbers count from the end.</summary>
        public Size Slice(int first, int next)
        {
            next = next < 0 ? shape.Length + next : next;
            first = first < 0 ? shape.Length + first : first;
            return next <= first ? Empty : new(shape[first..next]);
        }

        /// <summary>The product of the lengths.</summary>
        public long numel()
        {
            long product = 1;
            foreach (long length in shape)
                product *= length;
            return product;
        }

        public bool IsEmpty => shape.Length == 0;
        public bool IsScalar => IsEmpty;
        public int Length => shape.Length;
        public long[] Shape => shape;
        public long this[int idx] => shape[idx];
        public long this[long idx] => shape[idx];
        public IEnumerable<long> Take(int i) => Enumerable.Take(shape, i);
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)shape).GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
