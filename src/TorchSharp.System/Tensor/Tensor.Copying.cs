namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor clone() => Ops.clone.Call(this);

        /// <summary>In C order in memory; itself anew when it is.</summary>
        public Tensor contiguous() => Ops.contiguous.Call(this);

        /// <summary>Takes over the elements of source, converted and broadcast.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Ops.copy_.On(this, source, nonBlocking);

        /// <summary>The same elements, apart from the graph.</summary>
        public Tensor detach() => Ops.detach.Call(this);
        public Tensor detach_() => Ops.detach_.On(this);
        public Tensor fill_(Scalar value) => Ops.fill_.On(this, value);
        public Tensor zero_() => Ops.zero_.On(this);

        /// <summary>Takes over the storage, sizes and strides of source.</summary>
        public Tensor set_(Tensor source) => Ops.set_source_tensor_.On(this, source);
        public Tensor pin_memory() => Ops.pin_memory.Call(this);
        public bool is_pinned() => Ops.is_pinned.CallBool(this);
    }
}

internal static partial class Ops
{
    internal static readonly Op clone = new("clone"), detach = new("detach"), detach_ = new("detach_"),
        set_source_tensor_ = new("set_.source_Tensor"), pin_memory = new("pin_memory"), is_pinned = new("is_pinned");
}
