using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Read([i1]);
            set => Write(value, [i1]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Read([i1, i2]);
            set => Write(value, [i1, i2]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Read([i1, i2, i3]);
            set => Write(value, [i1, i2, i3]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Read([i1, i2, i3, i4]);
            set => Write(value, [i1, i2, i3, i4]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Read([i1, i2, i3, i4, i5]);
            set => Write(value, [i1, i2, i3, i4, i5]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Read([i1, i2, i3, i4, i5, i6]);
            set => Write(value, [i1, i2, i3, i4, i5, i6]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => Read(indices);
            set => Write(value, indices);
        }

        Tensor Read(ReadOnlySpan<long> indices) => index(Positions(indices));

        void Write(Tensor value, ReadOnlySpan<long> indices) => index_put_(value, Positions(indices));

        static TensorIndex[] Positions(ReadOnlySpan<long> indices)
        {
            var positions = new TensorIndex[indices.Length];
            for (int i = 0; i < positions.Length; i++)
                positions[i] = indices[i];
            return positions;
        }

        /// <summary>What stands at the positions: a view for numbers and slices, a copy where tensors index.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            fixed (Bridge.Index* encoded = Array.ConvertAll(indices, position => position.Encode()))
            {
                Bridge.Check(Bridge.bridge_index(Handle, encoded, indices.Length, out IntPtr result));
                GC.KeepAlive(indices);
                return new Tensor(result);
            }
        }

        /// <inheritdoc cref="index(TensorIndex[])"/>
        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <summary>Writes value to the positions.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            fixed (Bridge.Index* encoded = Array.ConvertAll(indices, position => position.Encode()))
                Bridge.Check(Bridge.bridge_index_put(Handle, encoded, indices.Length, value.Handle));
            GC.KeepAlive(indices);
            return this;
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor number = Ops.scalar_tensor.Call(value, dtype, Arg.None, device);
            return index_put_(number, indices);
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <summary>Writes value to the positions, or adds it where accumulate holds, as often as a position is named; that takes tensors and whole axes as positions.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false) => accumulate
            ? Ops.index_put_.On(this, Arg.Optional(Array.ConvertAll(indices, position => position.TensorOrWhole)), value, true)
            : index_put_(value, indices);

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[], bool)"/>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);
    }
}

internal static partial class Ops
{
    internal static readonly Op index_put_ = new("index_put_"), scalar_tensor = new("scalar_tensor");
}
