using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adagrad, after Duchi, Hazan and Singer (JMLR 12, 2011).</summary>
public class Adagrad : OptimizerHelper
{
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
    {
        Bounds.AtLeastZero(lr);
        Bounds.AtLeastZero(lr_decay);
        Bounds.AtLeastZero(weight_decay);
        Bounds.AtLeastZero(initial_accumulator_value);
        Bounds.AtLeastZero(eps);
        Begin(new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps }, parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor? step(Func<Tensor>? closure = null) => StepEach<Options, State>(closure, (options, state, parameter, gradient) =>
    {
        double rate = options.LearningRate!.Value / (1 + (state.step - 1) * options.lr_decay!.Value);
        state.sum.addcmul_(gradient, gradient, 1);
        parameter.addcdiv_(gradient, state.sum.sqrt().add_(options.eps!.Value), -rate);
    });

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        internal Tensor sum = null!;

        internal override void Begin(OptimizerOptions options) => sum = Zeros().add_(((Options)options).initial_accumulator_value!.Value);

        internal override void Visit(IStateVisitor visitor)
        {
            VisitStep(visitor);
            visitor.Field(ref sum);
        }
    }

    public class Options : OptimizerOptions
    {
        public double? lr_decay;
        public double? initial_accumulator_value;
        public double? eps;
        public double? weight_decay;

        internal override double Decay => weight_decay!.Value;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref lr_decay);
            visitor.Field(ref initial_accumulator_value);
            visitor.Field(ref eps);
            visitor.Field(ref weight_decay);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps })
        {
        }
    }
}
