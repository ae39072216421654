using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters that share their hyperparameters.</summary>
public class ParamGroup : ILearningRateController
{
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    public OptimizerOptions Options { get; set; } = null!;

    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    // The parameters as they were when the group joined an optimiser, the state of each, and arrays that stay in place for the bridge.
    internal Parameter[] Tracked { get; private set; } = [];
    internal OptimizerState[] States { get; private set; } = [];
    internal long[] Steps { get; private set; } = [];
    internal IntPtr[] Handles { get; private set; } = [];

    internal void Track(Func<Parameter, OptimizerState> newState, int columns)
    {
        Tracked = [.. Parameters];
        Parameters = Tracked;
        States = Array.ConvertAll(Tracked, parameter => newState(parameter));
        Steps = GC.AllocateArray<long>(Tracked.Length, pinned: true);
        Handles = GC.AllocateArray<IntPtr>(Tracked.Length * columns, pinned: true);
        for (int i = 0; i < States.Length; i++)
        {
            States[i].CountIn(Steps, i);
            States[i].Initialize(Options);
        }
    }
}

/// <summary>A group whose options have their own type.</summary>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
{
    public ParamGroup()
    {
    }

    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        base.Options = options!;
    }

    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
