using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions have in common. Drawn as PyTorch draws it: weight, then bias, both uniform within 1 / sqrt(fan in).</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    // What to pad before a convolution without padding: last axis first, both ends.
    private protected long[] around = [];

    private protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype) : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
        (this.in_channels, this.out_channels, this.transposed, this.groups, this.padding_mode) = (in_channels, out_channels, transposed, groups, padding_mode);
        (this.kernel_size, this.stride, this.dilation, this.output_padding) = (kernel_size, stride, dilation, output_padding);
        if (padding_type is { } type)
            SetPadding(type);
        else
            SetPadding(padding!);
        weight = New(device, dtype, transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size]);
        if (bias)
            this.bias = New(device, dtype, out_channels);
        reset_parameters();
    }

    public long in_channels { get; }
    public long out_channels { get; }
    public bool transposed { get; }
    public Padding? padding_type { get; private set; }
    public long[]? padding { get; private set; }
    public PaddingModes padding_mode { get; set; }
    public long groups { get; set; }
    public long[] kernel_size { get; set; }
    public long[] stride { get; set; }
    public long[] dilation { get; set; }
    public long[] output_padding { get; set; }

    /// <summary>(out_channels, in_channels / groups, *kernel_size); transposed, (in_channels, out_channels / groups, *kernel_size).</summary>
    public Parameter weight
    {
        get => ParameterOf(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    /// <summary>(out_channels), or null.</summary>
    public Parameter? bias
    {
        get => ParameterOf(nameof(bias));
        set => SetParameter(nameof(bias), value);
    }

    /// <summary>Draws weight and bias anew.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is { } own)
            nn.init.FanBias(own, weight);
    }

    /// <summary>Padding of each axis, at both its ends.</summary>
    public void SetPadding(long[] padding)
    {
        (this.padding, padding_type) = (padding, null);
        around = new long[2 * padding.Length];
        for (int i = 0; i < padding.Length; i++)
            around[2 * i] = around[2 * i + 1] = padding[^(i + 1)];
    }

    /// <summary>No padding, or as much as keeps the lengths.</summary>
    /// <exception cref="ArgumentException">Transposed, or same with a stride.</exception>
    public void SetPadding(Padding padding)
    {
        if (transposed)
            throw new ArgumentException("Cannot set padding type on ConvTransposeND");
        if (padding == Padding.Same && Array.Exists(stride, step => step != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        (this.padding, padding_type) = (null, padding);
        around = new long[2 * kernel_size.Length];
        for (int i = 0; padding == Padding.Same && i < kernel_size.Length; i++)
        {
            long total = dilation[^(i + 1)] * (kernel_size[^(i + 1)] - 1);
            (around[2 * i], around[2 * i + 1]) = (total / 2, total - total / 2);
        }
    }

    private protected Tensor Convolve(Op plain, Op named, Tensor input)
    {
        if (padding_mode is not (PaddingModes.Zeros or PaddingModes.Constant))
        {
            using Tensor padded = nn.functional.pad(input, around, padding_mode);
            return plain.Call(padded, weight, bias, stride, 0, dilation, groups);
        }
        return padding_type is { } type
            ? named.Call(input, weight, bias, stride, type == Padding.Same ? "same" : "valid", dilation, groups)
            : plain.Call(input, weight, bias, stride, padding, dilation, groups);
    }
}
