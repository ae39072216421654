using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Averaged stochastic gradient descent, after Polyak and Juditsky (1992).</summary>
public class ASGD : OptimizerHelper
{
    public ASGD(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    public ASGD(IEnumerable<ParamGroup<ASGD.Options>> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
    {
        Bounds.AtLeastZero(lr);
        Bounds.AtLeastZero(weight_decay);
        Begin(new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize }, parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor? step(Func<Tensor>? closure = null) => StepEach<Options, State>(closure, (options, state, parameter, gradient) =>
    {
        double lambd = options.lambd!.Value, rate = options.LearningRate!.Value;
        parameter.mul_(1 - lambd * state.eta).add_(gradient, -state.eta);
        if (state.mu != 1)
            state.ax.add_(parameter.sub(state.ax), state.mu);
        else
            state.ax.copy_(parameter);
        state.eta = rate / Math.Pow(1 + lambd * rate * state.step, options.alpha!.Value);
        state.mu = 1 / Math.Max(1, state.step - options.t0!.Value);
    });

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        internal double eta, mu = 1;
        internal Tensor ax = null!;

        internal override void Begin(OptimizerOptions options) => (eta, mu, ax) = (options.LearningRate!.Value, 1, Zeros());

        internal override void Visit(IStateVisitor visitor)
        {
            VisitStep(visitor);
            visitor.Field(ref eta);
            visitor.Field(ref mu);
            visitor.Field(ref ax);
        }
    }

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? lambd;
        public double? alpha;
        public double? weight_decay;
        public double? t0;

        internal override double Decay => weight_decay!.Value;
        internal override bool Maximizes => maximize!.Value;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref maximize);
            visitor.Field(ref lambd);
            visitor.Field(ref alpha);
            visitor.Field(ref weight_decay);
            visitor.Field(ref t0);
        }
    }

    public class ParamGroup : ParamGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay })
        {
        }
    }
}
