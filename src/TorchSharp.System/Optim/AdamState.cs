using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The moments that Adam and AdamW keep of one parameter, and their step over a group of them.</summary>
internal sealed class AdamState(Parameter parameter, Func<OptimizerOptions, bool> isAmsgrad) : OptimizerState(parameter)
{
    // Parameters, first and second moments, greatest second moments.
    internal const int Columns = 4;

    Tensor exp_avg = null!, exp_avg_sq = null!;
    Tensor? max_exp_avg_sq;

    internal override void Begin(OptimizerOptions options)
    {
        (exp_avg, exp_avg_sq) = (Zeros(), Zeros());
        max_exp_avg_sq = isAmsgrad(options) ? Zeros() : null;
    }

    internal override void Visit(IStateVisitor visitor)
    {
        VisitStep(visitor);
        visitor.Field(ref exp_avg);
        visitor.Field(ref exp_avg_sq);
        visitor.Optional(ref max_exp_avg_sq);
    }

    internal static unsafe void Step(ParamGroup group, bool amsgrad, double beta1, double beta2, double eps, double weight_decay, bool decoupled, bool maximize)
    {
        int count = group.Tracked.Length;
        Span<IntPtr> handles = group.Handles;
        for (int i = 0; i < count; i++)
        {
            var state = (AdamState)group.States[i];
            handles[i] = group.Tracked[i].Handle;
            handles[count + i] = state.exp_avg.Handle;
            handles[2 * count + i] = state.exp_avg_sq.Handle;
            if (amsgrad)
                handles[3 * count + i] = (state.max_exp_avg_sq ??= state.Zeros()).Handle;
        }
        fixed (IntPtr* start = handles)
        fixed (long* steps = group.Steps)
            Bridge.Check(Bridge.bridge_adam_step(start, start + count, start + 2 * count, amsgrad ? start + 3 * count : null, steps, count,
                group.LearningRate, beta1, beta2, eps, weight_decay, decoupled ? 1 : 0, maximize ? 1 : 0));
        GC.KeepAlive(group);
    }
}
