using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation have in common: scale and shift by channel, and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) : base(name)
    {
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine, track_running_stats);
        if (affine)
        {
            weight = New(device, dtype, num_features);
            bias = New(device, dtype, num_features);
        }
        if (track_running_stats)
        {
            running_mean = NewBuffer(dtype, device, num_features);
            running_var = NewBuffer(dtype, device, num_features);
            num_batches_tracked = NewBuffer(ScalarType.Int64, device);
        }
        reset_parameters();
    }

    public long num_features { get; }
    public double eps { get; set; }

    /// <summary>The weight of the newest batch in the running statistics; null makes them plain means.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }
    public bool track_running_stats { get; }

    /// <summary>(num_features); null unless affine.</summary>
    public Parameter weight
    {
        get => ParameterOf(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    /// <summary>(num_features); null unless affine.</summary>
    public Parameter? bias
    {
        get => ParameterOf(nameof(bias));
        set => SetParameter(nameof(bias), value);
    }

    /// <summary>(num_features); null unless running statistics are kept.</summary>
    public Tensor? running_mean
    {
        get => BufferOf(nameof(running_mean));
        set => SetBuffer(nameof(running_mean), value);
    }

    /// <inheritdoc cref="running_mean"/>
    public Tensor? running_var
    {
        get => BufferOf(nameof(running_var));
        set => SetBuffer(nameof(running_var), value);
    }

    public Tensor? num_batches_tracked
    {
        get => BufferOf(nameof(num_batches_tracked));
        set => SetBuffer(nameof(num_batches_tracked), value);
    }

    /// <summary>Forgets what was seen: mean 0, variance 1.</summary>
    public void reset_running_stats()
    {
        if (!track_running_stats)
            return;
        nn.init.zeros_(running_mean!);
        nn.init.ones_(running_var!);
        nn.init.zeros_(num_batches_tracked!);
    }

    /// <summary>Forgets what was seen and learned: scale 1, shift 0.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    /// <exception cref="ArgumentException">The input has not the axes that the module wants.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);
}
