namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        /// <summary>What a custom function's forward leaves for its backward.</summary>
        public class AutogradContext : IDisposable
        {
            readonly Dictionary<string, object> data = [];

            internal AutogradContext() { }

            internal List<Tensor> Saved { get; private set; } = [];
            internal List<Tensor> Dirty { get; private set; } = [];
            internal List<Tensor> Constant { get; private set; } = [];

            // The native node, which lives as long as something may call its backward.
            internal IntPtr Node { get; set; }

            internal int SavedCount { get; set; }

            /// <summary>Whether an output without a gradient gets one of zeros in backward, rather than null.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>Keeps inputs and outputs for backward; what else is needed goes to save_data.</summary>
            public void save_for_backward(List<Tensor> tensors) => Saved = tensors;

            /// <summary>The tensors that were saved, in their order.</summary>
            /// <exception cref="System.Runtime.InteropServices.ExternalException">A saved tensor was changed in place, or backward ran before without retain_graph.</exception>
            public List<Tensor> get_saved_variables()
            {
                var tensors = new List<Tensor>(SavedCount);
                for (int i = 0; i < SavedCount; i++)
                {
                    Bridge.Check(Bridge.bridge_function_saved(Node, i, out IntPtr tensor));
                    tensors.Add(tensor == 0 ? null! : new Tensor(tensor));
                }
                return tensors;
            }

            /// <summary>Keeps anything that is no tensor.</summary>
            public void save_data(string key, object value) => data[key] = value;

            /// <summary>What save_data kept, or null.</summary>
            public object get_data(string key) => data.GetValueOrDefault(key)!;

            /// <summary>Tells of inputs that forward changed in place and answers.</summary>
            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            /// <summary>Tells of outputs that have no gradient.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => Constant = [.. tensors];

            internal void Forget() => (Saved, Dirty, Constant) = ([], [], []);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) => Forget();
        }
    }
}
