using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Reads, writes or changes the fields of a state, one after the other.</summary>
internal interface IStateVisitor
{
    void Field(ref long value);
    void Field(ref double value);
    void Field(ref Tensor value);

    /// <summary>A tensor that may be absent.</summary>
    void Optional(ref Tensor? value);
}

internal sealed class StateWriter(BinaryWriter writer) : IStateVisitor
{
    public void Field(ref long value) => writer.Write(value);
    public void Field(ref double value) => writer.Write(value);
    public void Field(ref Tensor value) => value.Save(writer);

    public void Optional(ref Tensor? value)
    {
        writer.Write(value is not null);
        value?.Save(writer);
    }
}

internal sealed class StateReader(BinaryReader reader, Device device) : IStateVisitor
{
    public void Field(ref long value) => value = reader.ReadInt64();
    public void Field(ref double value) => value = reader.ReadDouble();
    public void Field(ref Tensor value) => value.Load(reader);

    public void Optional(ref Tensor? value)
    {
        value?.Dispose();
        value = reader.ReadBoolean() ? TensorExtensionMethods.Load(reader).to(device, disposeAfter: true).DetachFromDisposeScope() : null;
    }
}

/// <summary>A visitor that meets the fields of another state of the same type as it meets those of its own.</summary>
internal abstract class PairVisitor : IStateVisitor
{
    readonly Queue<object?> others = [];

    protected PairVisitor(OptimizerState other) => other.Visit(new Collector(others));

    public void Field(ref long value) => Pair(ref value, (long)others.Dequeue()!);
    public void Field(ref double value) => Pair(ref value, (double)others.Dequeue()!);

    public void Field(ref Tensor value)
    {
        Tensor? pair = value;
        Pair(ref pair, (Tensor?)others.Dequeue());
        value = pair!;
    }

    public void Optional(ref Tensor? value) => Pair(ref value, (Tensor?)others.Dequeue());

    protected abstract void Pair<T>(ref T value, T other) where T : struct;
    protected abstract void Pair(ref Tensor? value, Tensor? other);

    sealed class Collector(Queue<object?> fields) : IStateVisitor
    {
        public void Field(ref long value) => fields.Enqueue(value);
        public void Field(ref double value) => fields.Enqueue(value);
        public void Field(ref Tensor value) => fields.Enqueue(value);
        public void Optional(ref Tensor? value) => fields.Enqueue(value);
    }
}

internal sealed class StateCopier(OptimizerState source, Device device) : PairVisitor(source)
{
    protected override void Pair<T>(ref T value, T other) => value = other;

    protected override void Pair(ref Tensor? value, Tensor? other)
    {
        Tensor? copy = other?.to(device, copy: true).DetachFromDisposeScope();
        value?.Dispose();
        value = copy;
    }
}

internal sealed class StateComparer(OptimizerState other) : PairVisitor(other)
{
    internal bool Same { get; private set; } = true;

    protected override void Pair<T>(ref T value, T other) => Same &= value.Equals(other);

    protected override void Pair(ref Tensor? value, Tensor? other) => Same &= value is null ? other is null : other is not null && value.allclose(other);
}

internal sealed class StateMover(Device device) : IStateVisitor
{
    public void Field(ref long value) { }
    public void Field(ref double value) { }
    public void Field(ref Tensor value) => value = value.to(device, disposeAfter: true).DetachFromDisposeScope();
    public void Optional(ref Tensor? value) => value = value?.to(device, disposeAfter: true).DetachFromDisposeScope();
}

internal sealed class StateReleaser : IStateVisitor
{
    public void Field(ref long value) { }
    public void Field(ref double value) { }
    public void Field(ref Tensor value) => value?.Dispose();

    public void Optional(ref Tensor? value)
    {
        value?.Dispose();
        value = null;
    }
}
