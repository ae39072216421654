namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>A normal draw cut to [a, b], by the inverse of the distribution function.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                using IDisposable unrecorded = no_grad();
                uniform_(tensor, 2 * Below(a) - 1, 2 * Below(b) - 1, generator);
                return tensor.erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b);

                double Below(double end)
                {
                    using Tensor z = torch.tensor((end - mean) / std / Math.Sqrt(2), ScalarType.Float64, CPU), erf = z.erf();
                    return (1 + erf.item<double>()) / 2;
                }
            }

            /// <summary>A matrix whose rows or columns, whichever are fewer, are orthonormal times gain; further axes count as columns (Saxe et al. 2014).</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                if (tensor.Dimensions < 2)
                    throw new ArgumentException("orthogonal_ needs a tensor of two or more dimensions");
                using IDisposable unrecorded = no_grad();
                using DisposeScope scope = NewDisposeScope();
                long rows = tensor.size(0), columns = tensor.NumberOfElements / rows;
                Tensor drawn = normal_(NewLike(tensor, rows, columns));
                var (q, r) = linalg.qr(rows < columns ? drawn.t() : drawn);
                q = q * r.diagonal().sign();
                using Tensor matrix = rows < columns ? q.t() : q;
                return tensor.copy_(matrix.reshape(tensor.shape)).mul_(gain);
            }

            /// <summary>A matrix of normal draws in which a share sparsity of each column is zero (Martens 2010).</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.Dimensions != 2)
                    throw new ArgumentException("sparse_ needs a tensor of two dimensions");
                using IDisposable unrecorded = no_grad();
                using DisposeScope scope = NewDisposeScope();
                long rows = tensor.size(0), zeros = (long)Math.Ceiling(sparsity * rows);
                normal_(tensor, 0, std);
                for (long column = 0; column < tensor.size(1); column++)
                    tensor.select(1, column).index_fill_(0, randperm(rows, device: tensor.device).narrow(0, 0, zeros), 0);
                return tensor;
            }

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.Dimensions != 2)
                    throw new ArgumentException("eye_ needs a tensor of two dimensions");
                zeros_(tensor);
                using IDisposable unrecorded = no_grad();
                using Tensor diagonal = tensor.diagonal();
                diagonal.fill_(1);
                return tensor;
            }

            /// <summary>A convolution's weight (out, in, *) that hands channels on as they are.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                long[] shape = tensor.shape;
                if (shape.Length is < 3 or > 5)
                    throw new ArgumentException("dirac_ needs a tensor of three, four or five dimensions");
                zeros_(tensor);
                using IDisposable unrecorded = no_grad();
                using DisposeScope scope = NewDisposeScope();
                Tensor middle = tensor;
                for (int axis = shape.Length - 1; axis >= 2; axis--)
                    middle = middle.select(axis, shape[axis] / 2);
                middle.diagonal().fill_(1);
                return tensor;
            }

            static Tensor NewLike(Tensor tensor, params long[] size) => empty(size, tensor.dtype, tensor.device);
        }
    }
}
