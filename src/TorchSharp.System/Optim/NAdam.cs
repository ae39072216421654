using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam with Nesterov's momentum, after Dozat (ICLR workshop 2016).</summary>
public class NAdam : OptimizerHelper, IBetas
{
    public NAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
    {
    }

    public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
    {
        Bounds.AtLeastZero(lr);
        Bounds.UpToOne(beta1);
        Bounds.UpToOne(beta2);
        Bounds.AtLeastZero(eps);
        Bounds.AtLeastZero(weight_decay);
        Bounds.AtLeastZero(momentum_decay);
        Begin(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay }, parameters);
    }

    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor? step(Func<Tensor>? closure = null) => StepEach<Options, State>(closure, (options, state, parameter, gradient) =>
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        state.exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        state.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        double mu = Momentum(options, state.step), next = Momentum(options, state.step + 1), rate = options.LearningRate!.Value;
        state.mu_product *= mu;
        Tensor denominator = state.exp_avg_sq.div(1 - Math.Pow(beta2, state.step)).sqrt_().add_(options.eps!.Value);
        parameter.addcdiv_(gradient, denominator, -rate * (1 - mu) / (1 - state.mu_product));
        parameter.addcdiv_(state.exp_avg, denominator, -rate * next / (1 - state.mu_product * next));
    });

    static double Momentum(Options options, long step) => options.beta1!.Value * (1 - 0.5 * Math.Pow(0.96, step * options.momentum_decay!.Value));

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        internal double mu_product = 1;
        internal Tensor exp_avg = null!, exp_avg_sq = null!;

        internal override void Begin(OptimizerOptions options) => (mu_product, exp_avg, exp_avg_sq) = (1, Zeros(), Zeros());

        internal override void Visit(IStateVisitor visitor)
        {
            VisitStep(visitor);
            visitor.Field(ref mu_product);
            visitor.Field(ref exp_avg);
            visitor.Field(ref exp_avg_sq);
        }
    }

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public double? momentum_decay;

        internal override double Decay => weight_decay!.Value;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref beta1);
            visitor.Field(ref beta2);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
            visitor.Field(ref momentum_decay);
        }
    }

    public class ParamGroup : ParamGroup<Options>, IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
