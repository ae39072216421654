using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum where asked; one call of the bridge a group.</summary>
public class SGD : OptimizerHelper, IMomentum
{
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        Bounds.AtLeastZero(lr);
        Bounds.AtLeastZero(momentum);
        Bounds.AtLeastZero(weight_decay);
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        Begin(new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize }, parameters);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override int Columns => 2;

    // With maximize and weight_decay both, TorchSharp lets the weights grow; here they shrink, as in PyTorch.
    public override unsafe Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(group =>
    {
        Options options = group.Options;
        bool heavy = options.momentum != 0;
        int count = group.Tracked.Length;
        Span<IntPtr> handles = group.Handles;
        for (int i = 0; i < count; i++)
        {
            handles[i] = group.Tracked[i].Handle;
            if (heavy)
                handles[count + i] = ((State)group.States[i]).Velocity.Handle;
        }
        fixed (IntPtr* start = handles)
        fixed (long* steps = group.Steps)
            Bridge.Check(Bridge.bridge_sgd_step(start, heavy ? start + count : null, steps, count, group.LearningRate, options.weight_decay!.Value,
                options.momentum!.Value, options.dampening!.Value, options.nesterov == true ? 1 : 0, options.maximize == true ? 1 : 0));
        GC.KeepAlive(group);
    }, closure);

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        Tensor? momentum_buffer;

        internal Tensor Velocity => momentum_buffer ??= Zeros();

        // Before the first step with momentum there is no velocity to save.
        internal override void Visit(IStateVisitor visitor)
        {
            if (step == 0)
            {
                momentum_buffer?.Dispose();
                momentum_buffer = null;
            }
            visitor.Optional(ref momentum_buffer);
            step = momentum_buffer is null ? 0 : Math.Max(step, 1);
        }
    }

    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref momentum);
            visitor.Field(ref dampening);
            visitor.Field(ref weight_decay);
            visitor.Field(ref nesterov);
            visitor.Field(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
