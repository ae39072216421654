using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adadelta, after Zeiler (arXiv 1212.5701).</summary>
public class Adadelta : OptimizerHelper
{
    public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
    {
        Bounds.AtLeastZero(lr);
        Bounds.UpToOne(rho);
        Bounds.AtLeastZero(eps);
        Bounds.AtLeastZero(weight_decay);
        Begin(new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize }, parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor? step(Func<Tensor>? closure = null) => StepEach<Options, State>(closure, (options, state, parameter, gradient) =>
    {
        double rho = options.rho!.Value, eps = options.eps!.Value;
        state.square_avg.mul_(rho).addcmul_(gradient, gradient, 1 - rho);
        Tensor delta = state.acc_delta.add(eps).sqrt_().div_(state.square_avg.add(eps).sqrt_()).mul_(gradient);
        parameter.add_(delta, -options.LearningRate!.Value);
        state.acc_delta.mul_(rho).addcmul_(delta, delta, 1 - rho);
    });

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        internal Tensor square_avg = null!, acc_delta = null!;

        internal override void Begin(OptimizerOptions options) => (square_avg, acc_delta) = (Zeros(), Zeros());

        internal override void Visit(IStateVisitor visitor)
        {
            VisitStep(visitor);
            visitor.Field(ref square_avg);
            visitor.Field(ref acc_delta);
        }
    }

    public class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        internal override double Decay => weight_decay!.Value;
        internal override bool Maximizes => maximize!.Value;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref rho);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
            visitor.Field(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }
}
