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
}
