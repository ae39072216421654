using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x / (k + alpha mean of x^2 over size neighbouring channels)^beta of (N, C, *) (Krizhevsky et al. 2012).</summary>
        public sealed class LocalResponseNorm : ParameterLessModule<Tensor, Tensor>
        {
            internal LocalResponseNorm(long size, double alpha, double beta, double k) : base(nameof(LocalResponseNorm)) => (this.size, this.alpha, this.beta, this.k) = (size, alpha, beta, k);

            public long size { get; set; }
            public double alpha { get; set; }
            public double beta { get; set; }
            public double k { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.local_response_norm(input, size, alpha, beta, k);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LocalResponseNorm LocalResponseNorm(long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0) => new(size, alpha, beta, k);

            public static partial class functional
            {
                /// <inheritdoc cref="Modules.LocalResponseNorm"/>
                public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
                {
                    if (input.Dimensions < 3)
                        throw new ArgumentException($"Invalid number of dimensions for LocalResponseNorm argument: {input.Dimensions}");
                    using DisposeScope scope = NewDisposeScope();
                    long[] shape = input.shape;
                    // The channels as the depth of one image a sample, so that a pooling window runs over them.
                    Tensor padded = pad((input * input).reshape(shape[0], 1, shape[1], shape[2], -1), [0, 0, 0, 0, size / 2, (size - 1) / 2]);
                    Tensor mean = avg_pool3d(padded, [size, 1, 1], stride: [1, 1, 1]).reshape(shape);
                    return (input / (mean * alpha + k).pow(beta)).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
