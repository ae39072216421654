using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers for parameters and their gradients.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients down together where their norm, as of one vector, exceeds max_norm (Pascanu et al. 2013).</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable unrecorded = no_grad();
                Tensor[] gradients = Gradients(tensors);
                if (gradients.Length == 0)
                    return 0;
                Tensor[] norms = Ops.foreach_norm.CallList(gradients, norm_type);
                for (int i = 1; i < norms.Length; i++)
                    norms[i] = norms[i].to(norms[0].dtype, norms[0].device);
                double total = Ops.norm_scalar.Call(stack(norms), norm_type).to(ScalarType.Float64).item<double>();
                double factor = max_norm / (total + 1e-6);
                if (!(factor >= 1))
                    Ops.foreach_mul_.Run(gradients, factor);
                return total;
            }

            /// <summary>Cuts every element of every gradient to [-clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable unrecorded = no_grad();
                foreach (Tensor gradient in Gradients(tensors))
                    gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters, one after the other, as one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using DisposeScope scope = NewDisposeScope();
                return cat([.. tensors.Select(parameter => parameter.reshape(-1))]).MoveToOuterDisposeScope();
            }

            /// <summary>Copies a vector's parts into the parameters.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable unrecorded = no_grad();
                long start = 0;
                foreach (Parameter parameter in tensors)
                {
                    long count = parameter.NumberOfElements;
                    parameter.copy_(vec.narrow(0, start, count).reshape(parameter.shape));
                    start += count;
                }
            }

            static Tensor[] Gradients(IEnumerable<Parameter> parameters)
            {
                var found = new List<Tensor>();
                foreach (Parameter parameter in parameters)
                    if (parameter.grad is { } gradient)
                        found.Add(gradient);
                return [.. found];
            }
        }
    }
}

internal static partial class Ops
{
    internal static readonly Op foreach_norm = new("_foreach_norm.Scalar"), foreach_mul_ = new("_foreach_mul_.Scalar");
}
