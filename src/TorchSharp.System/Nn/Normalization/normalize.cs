namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x scaled to p-norm 1 along dim, or by 1 / eps where the norm is below eps.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using Tensor norm = Ops.norm_scalaropt_dim.Call(input, p, dim, true), divisor = norm.clamp_min(eps);
                return input / divisor;
            }
        }
    }
}
