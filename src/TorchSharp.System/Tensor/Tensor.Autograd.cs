namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded for its gradient.</summary>
        public bool requires_grad
        {
            get => Bridge.bridge_requires_grad(Handle) != 0;
            set => Bridge.Check(Bridge.bridge_set_requires_grad(Handle, value ? 1 : 0));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Whether the tensor was made by its user, not by a recorded operation.</summary>
        public bool is_leaf => Bridge.bridge_is_leaf(Handle) != 0;

        /// <summary>The gradient that backward gathered, or null.</summary>
        public Tensor? grad
        {
            get
            {
                IntPtr gradient = Bridge.bridge_grad(Handle);
                return gradient == 0 ? null : new Tensor(gradient);
            }
            set => Bridge.Check(Bridge.bridge_set_grad(Handle, value?.Handle ?? 0));
        }

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad() => Bridge.Check(Bridge.bridge_retain_grad(Handle));

        /// <summary>Adds the gradient of this scalar to the leaves that it depends on.</summary>
        public void backward() => autograd.backward([this]);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }

    /// <summary>Gradients by reverse differentiation.</summary>
    public static unsafe class autograd
    {
        /// <summary>Adds the gradients of tensors to the leaves that they depend on.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            IntPtr[] outputs = Handles(tensors), grads = Handles(grad_tensors), leaves = Handles(inputs);
            fixed (IntPtr* o = outputs, g = grads, i = leaves)
                Bridge.Check(Bridge.bridge_backward(o, outputs.Length, g, grads.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, i, leaves.Length));
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>The gradients of outputs with respect to inputs; nothing is added to any leaf. As in TorchSharp, create_graph does not imply retain_graph.</summary>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            IntPtr[] of = Handles(outputs), by = Handles(inputs), weights = Handles(grad_outputs), results = new IntPtr[inputs.Count];
            fixed (IntPtr* o = of, i = by, g = weights, r = results)
                Bridge.Check(Bridge.bridge_grad_of(o, of.Length, i, by.Length, g, weights.Length, retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, r));
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }

        static IntPtr[] Handles(IList<Tensor>? tensors) => tensors is null ? [] : [.. tensors.Select(tensor => tensor.Handle)];
    }
}
