using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Resilient backpropagation, after Riedmiller and Braun (ICNN 1993).</summary>
public class Rprop : OptimizerHelper
{
    public Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
    {
        Bounds.AtLeastZero(lr);
        Begin(new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize }, parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor? step(Func<Tensor>? closure = null) => StepEach<Options, State>(closure, (options, state, parameter, gradient) =>
    {
        Tensor agreement = gradient.mul(state.prev), up = agreement.gt(0), down = agreement.lt(0);
        Tensor factor = ones_like(gradient).masked_fill_(up, options.etaplus!.Value).masked_fill_(down, options.etaminus!.Value);
        state.step_size.mul_(factor).clamp_(options.min_step!.Value, options.max_step!.Value);
        Tensor followed = gradient.masked_fill(down, 0);
        parameter.addcmul_(followed.sign(), state.step_size, -1);
        state.prev.copy_(followed);
    });

    internal sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        internal Tensor prev = null!, step_size = null!;

        internal override void Begin(OptimizerOptions options) => (prev, step_size) = (Zeros(), Zeros().add_(options.LearningRate!.Value));

        internal override void Visit(IStateVisitor visitor)
        {
            VisitStep(visitor);
            visitor.Field(ref prev);
            visitor.Field(ref step_size);
        }
    }

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? etaminus;
        public double? etaplus;
        public double? min_step;
        public double? max_step;

        internal override bool Maximizes => maximize!.Value;

        internal override void Visit(IOptionVisitor visitor)
        {
            visitor.Field(ref maximize);
            visitor.Field(ref etaminus);
            visitor.Field(ref etaplus);
            visitor.Field(ref min_step);
            visitor.Field(ref max_step);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
        {
        }
    }
}
