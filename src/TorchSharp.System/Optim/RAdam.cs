using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam with a rectified variance, after Liu and others (arXiv 1908.03265).</summary>
public class RAdam : OptimizerHelper, IBetas
{
    public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
    {
        Bounds.AtLeastZero(lr);
        Bounds.UpToOne(beta1);
        Bounds.UpToOne(beta2);
        Bounds.AtLeastZero(eps);
        Bounds.AtLeastZero(weight_decay);
        Begin(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay }, parameters);
    }

    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    // TorchSharp multiplies by the rate twice once the variance is rectified; here it counts once, as in PyTorch.
    public override Tensor? step(Func<Tensor>? closure = null) => StepEach<Options, State>(closure, (options, state, parameter, gradient) =>
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        state.exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        state.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        double correction2 = 1 - Math.Pow(beta2, state.step), most = 2 / (1 - beta2) - 1, length = most - 2 * state.step * Math.Pow(beta2, state.step) / correction2;
        Tensor move = state.exp_avg / (1 - Math.Pow(beta1, state.step));
        if (length > 5)
        {
            double rectified = Math.Sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
            move = move * (Math.Sqrt(correction2) * rectified) / state.exp_avg_sq.sqrt().add_(options.eps!.Value);
        }
        parameter.add_(move, -options.LearningRate!.Value);
    });

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        internal Tensor exp_avg = null!, exp_avg_sq = null!;

        internal override void Begin(OptimizerOptions options) => (exp_avg, exp_avg_sq) = (Zeros(), Zeros());

        internal override void Visit(IStateVisitor visitor)
        {
            VisitStep(visitor);
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

        internal override double Decay => weight_decay!.Value;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref beta1);
            visitor.Field(ref beta2);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
