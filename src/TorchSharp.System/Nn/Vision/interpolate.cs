namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Scales the spatial axes of (N, C, *) to a size, or by factors: one number for each axis.</summary>
            /// <exception cref="ArgumentException">Neither or both of size and scale_factor, as many numbers as axes, or a mode that the axes or align_corners do not allow.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                int axes = (int)x.Dimensions - 2;
                if (size is null == scale_factor is null)
                    throw new ArgumentException("interpolate needs one of size and scale_factor");
                if ((size?.Length ?? scale_factor!.Length) != axes)
                    throw new ArgumentException($"size or scale_factor must hold {axes} numbers, one for each spatial axis of [{string.Join(", ", x.shape)}]");
                if (align_corners is not null && mode is InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area)
                    throw new ArgumentException($"align_corners cannot be set with mode {mode}");
                if (recompute_scale_factor || mode == InterpolationMode.Area)
                    (size, scale_factor) = (size ?? Scaled(x.shape[2..], scale_factor!), null);
                bool corners = align_corners ?? false;
                return (mode, axes, antialias) switch
                {
                    (InterpolationMode.Nearest, 1, false) => Ops.upsample_nearest1d.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 2, false) => Ops.upsample_nearest2d.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 3, false) => Ops.upsample_nearest3d.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 1, false) => Ops.upsample_nearest_exact1d.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 2, false) => Ops.upsample_nearest_exact2d.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 3, false) => Ops.upsample_nearest_exact3d.Call(x, size, scale_factor),
                    (InterpolationMode.Linear, 1, false) => Ops.upsample_linear1d.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2, false) => Ops.upsample_bilinear2d.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2, true) => Ops.upsample_bilinear2d_aa.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2, false) => Ops.upsample_bicubic2d.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2, true) => Ops.upsample_bicubic2d_aa.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Trilinear, 3, false) => Ops.upsample_trilinear3d.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Area, 1, false) => Ops.adaptive_avg_pool1d.Call(x, size),
                    (InterpolationMode.Area, 2, false) => Ops.adaptive_avg_pool2d.Call(x, size),
                    (InterpolationMode.Area, 3, false) => Ops.adaptive_avg_pool3d.Call(x, size),
                    _ => throw new ArgumentException($"mode {mode}{(antialias ? " with antialias" : "")} does not go with an input of {axes + 2} dimensions"),
                };
            }

            static long[] Scaled(long[] lengths, double[] factors)
            {
                for (int i = 0; i < lengths.Length; i++)
                    lengths[i] = (long)Math.Floor(lengths[i] * factors[i]);
                return lengths;
            }
        }
    }
}

internal static partial class Ops
{
    internal static readonly Op upsample_nearest1d = new("upsample_nearest1d.vec"), upsample_nearest2d = new("upsample_nearest2d.vec"), upsample_nearest3d = new("upsample_nearest3d.vec"),
        upsample_nearest_exact1d = new("_upsample_nearest_exact1d.vec"), upsample_nearest_exact2d = new("_upsample_nearest_exact2d.vec"), upsample_nearest_exact3d = new("_upsample_nearest_exact3d.vec"),
        upsample_linear1d = new("upsample_linear1d.vec"), upsample_bilinear2d = new("upsample_bilinear2d.vec"), upsample_bilinear2d_aa = new("_upsample_bilinear2d_aa.vec"),
        upsample_bicubic2d = new("upsample_bicubic2d.vec"), upsample_bicubic2d_aa = new("_upsample_bicubic2d_aa.vec"), upsample_trilinear3d = new("upsample_trilinear3d.vec");
}
