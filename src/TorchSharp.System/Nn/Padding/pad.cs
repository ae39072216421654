namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Pads the last axes: pad holds beginning and end of the last axis, then of the one before, and so on.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Reflect => Ops.pad.Call(input, pad, "reflect", Arg.None),
                PaddingModes.Replicate => Ops.pad.Call(input, pad, "replicate", Arg.None),
                PaddingModes.Circular => Ops.pad.Call(input, pad, "circular", Arg.None),
                _ => Ops.pad.Call(input, pad, "constant", mode == PaddingModes.Constant ? value : 0.0),
            };

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Pads the last axis.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2], mode, value);

            /// <summary>Pads the last axis by the first two numbers, the one before by the others.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Pads every axis at both ends, that of the batch and that of the channels too, as TorchSharp does.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var around = new long[2 * input.Dimensions];
                Array.Fill(around, pad);
                return functional.pad(input, around, mode, value);
            }
        }
    }
}

internal static partial class Ops
{
    internal static readonly Op pad = new("pad");
}
