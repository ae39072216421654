namespace TorchSharp;

public static partial class torch
{
    /// <summary>One position of an index: a number, a slice, None (a new axis), Ellipsis, a truth value or a tensor.</summary>
    public struct TensorIndex
    {
        enum Kind { None, Ellipsis, Integer, Boolean, Slice, Tensor }

        Kind kind;
        long? start, stop, step;
        internal Tensor? tensor;

        /// <summary>A new axis of length one.</summary>
        public static readonly TensorIndex None = new() { kind = Kind.None };

        /// <summary>All axes that the other positions leave.</summary>
        public static readonly TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };

        /// <summary>The whole axis.</summary>
        public static readonly TensorIndex Colon = new() { kind = Kind.Slice };

        /// <summary>A new axis, as <see cref="None"/>.</summary>
        public static readonly TensorIndex Null = new() { kind = Kind.None };

        /// <summary>From start up to and without stop, every step-th.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new() { kind = Kind.Slice, start = start, stop = stop, step = step };

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        public static TensorIndex Bool(bool value) => new() { kind = Kind.Boolean, start = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new() { kind = Kind.Integer, start = index };

        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);
        public static implicit operator TensorIndex(Range range) => Slice(range);
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>Never called: it makes C# prefer an index of positions to one of tensors.</summary>
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("a TensorIndex is no tensor");

        // The tensor, or null for a whole axis.
        internal readonly Tensor? TensorOrWhole => kind == Kind.Tensor ? (tensor!.dtype == ScalarType.Int32 ? tensor.@long() : tensor)
            : kind == Kind.Slice && start is null && stop is null && step is null ? null
            : throw new ArgumentException("accumulating takes tensors of indices and whole axes only");

        internal readonly Bridge.Index Encode() => new()
        {
            Kind = (long)kind,
            Start = start ?? Bridge.Index.Absent,
            Stop = stop ?? Bridge.Index.Absent,
            Step = step ?? Bridge.Index.Absent,
            Tensor = tensor?.Handle ?? 0,
        };
    }
}
