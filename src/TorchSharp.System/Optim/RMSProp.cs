using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>RMSprop, after Hinton's lecture 6 (2012), in TorchSharp's spelling; one call of the bridge a group.</summary>
public class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        Bounds.AtLeastZero(lr);
        Bounds.AtLeastZero(eps);
        Bounds.AtLeastZero(alpha);
        Bounds.AtLeastZero(momentum);
        Bounds.AtLeastZero(weight_decay);
        Begin(new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize }, parameters);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override int Columns => 4;

    public override unsafe Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(group =>
    {
        Options options = group.Options;
        bool centered = options.centered == true, heavy = options.momentum > 0;
        int count = group.Tracked.Length;
        Span<IntPtr> handles = group.Handles;
        for (int i = 0; i < count; i++)
        {
            var state = (State)group.States[i];
            handles[i] = group.Tracked[i].Handle;
            handles[count + i] = state.square_avg.Handle;
            if (centered)
                handles[2 * count + i] = state.Mean.Handle;
            if (heavy)
                handles[3 * count + i] = state.Velocity.Handle;
        }
        fixed (IntPtr* start = handles)
        fixed (long* steps = group.Steps)
            Bridge.Check(Bridge.bridge_rmsprop_step(start, start + count, centered ? start + 2 * count : null, heavy ? start + 3 * count : null, steps, count,
                group.LearningRate, options.alpha!.Value, options.eps!.Value, options.weight_decay!.Value, options.momentum!.Value, options.maximize == true ? 1 : 0));
        GC.KeepAlive(group);
    }, closure);

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        internal Tensor square_avg = null!;
        Tensor? momentum_buffer, grad_avg;

        internal Tensor Velocity => momentum_buffer ??= Zeros();
        internal Tensor Mean => grad_avg ??= Zeros();

        internal override void Begin(OptimizerOptions options) => square_avg = Zeros();

        internal override void Visit(IStateVisitor visitor)
        {
            VisitStep(visitor);
            visitor.Field(ref square_avg);
            visitor.Optional(ref momentum_buffer);
            visitor.Optional(ref grad_avg);
        }
    }

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public bool? centered;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref maximize);
            visitor.Field(ref momentum);
            visitor.Field(ref alpha);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
            visitor.Field(ref centered);
        }
    }

    public class ParamGroup : ParamGroup<Options>, IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0, bool centered = false)
            : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
