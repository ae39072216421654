using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState
{
    private protected readonly Parameter _parameter;
    long[] counts = [0];
    int place;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>How many steps the parameter has taken; it stands in an array that the bridge counts in.</summary>
    internal long step
    {
        get => counts[place];
        set => counts[place] = value;
    }

    internal void CountIn(long[] shared, int at)
    {
        shared[at] = step;
        (counts, place) = (shared, at);
    }

    /// <summary>Passes each field, in the order of TorchSharp's file format.</summary>
    internal virtual void Visit(IStateVisitor visitor)
    {
    }

    private protected void VisitStep(IStateVisitor visitor)
    {
        long count = step;
        visitor.Field(ref count);
        step = count;
    }

    public virtual void SaveStateDict(BinaryWriter writer) => Visit(new StateWriter(writer));

    public virtual void LoadStateDict(BinaryReader reader) => Visit(new StateReader(reader, _parameter.device));

    /// <summary>Copies another optimiser's state of the same kind, tensors included.</summary>
    public virtual void LoadStateDict(OptimizerState source) => Visit(new StateCopier(source, _parameter.device));

    public virtual bool ApproximatelyEquals(OptimizerState other)
    {
        if (other.GetType() != GetType())
            return false;
        var comparer = new StateComparer(other);
        Visit(comparer);
        return comparer.Same;
    }

    /// <summary>Sets the state to what it is before the first step.</summary>
    public virtual void Initialize(OptimizerOptions options)
    {
        Visit(new StateReleaser());
        step = 0;
        using (no_grad())
            Begin(options);
    }

    /// <summary>Makes the tensors of a state that has none.</summary>
    internal virtual void Begin(OptimizerOptions options)
    {
    }

    public virtual void to(Device device) => Visit(new StateMover(device));

    internal void Release() => Visit(new StateReleaser());

    /// <summary>A tensor of zeros like the parameter that no scope disposes.</summary>
    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device) => new StateReader(reader, device).Optional(ref result);

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor) => new StateWriter(writer).Optional(ref tensor);
}
