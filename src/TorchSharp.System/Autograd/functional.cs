namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        /// <summary>Derivatives of functions, rather than of tensors.</summary>
        public static class functional
        {
            /// <summary>The Jacobian of one output by one input, with the output's shape followed by the input's.</summary>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) => All(given => [function(given[0])], [inputs])[0];

            /// <summary>One Jacobian for each output.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) => All(given => function(given[0]), [inputs]);

            /// <summary>One Jacobian for each input.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) => All(given => [function(given)], inputs);

            /// <summary>The Jacobians of the first output by each input, then those of the second, and so on.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs) => All(function, inputs);

            static List<Tensor> All(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable recorded = enable_grad();
                Tensor[] leaves = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                var jacobians = new List<Tensor>();
                foreach (Tensor output in function(leaves))
                    jacobians.AddRange(Rows(output, leaves));
                return jacobians;
            }

            static IEnumerable<Tensor> Rows(Tensor output, Tensor[] leaves)
            {
                var rows = Array.ConvertAll(leaves, _ => new List<Tensor>());
                foreach (Tensor element in output.reshape(-1).unbind())
                {
                    IList<Tensor> gradients = grad([element], leaves, retain_graph: true, allow_unused: true);
                    for (int i = 0; i < leaves.Length; i++)
                        rows[i].Add(gradients[i] ?? zeros_like(leaves[i]));
                }
                return leaves.Select((leaf, i) => stack(rows[i]).view([.. output.shape, .. leaf.shape]).MoveToOuterDisposeScope()).ToArray();
            }
        }
    }
}
