namespace TorchSharp.Modules;

/// <summary>The hyperparameters of a group; what is not set is taken from the optimiser's own.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    // L2 decay added to the gradient, and whether the gradient's sign is turned; for those that step one parameter at a time.
    internal virtual double Decay => 0;
    internal virtual bool Maximizes => false;

    /// <summary>Passes each field, in the order of TorchSharp's file format.</summary>
    internal virtual void Visit(IOptionVisitor visitor)
    {
    }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        Visit(new OptionWriter(writer));
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Visit(new OptionReader(reader));
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        Visit(new OptionCopier(source, overwrite: true));
    }

    /// <summary>Takes what is not set here from defaults, and starts the schedule from the rate.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        Visit(new OptionCopier(defaults, overwrite: false));
        InitialLearningRate = LearningRate!.Value;
    }

    internal OptimizerOptions Clone() => (OptimizerOptions)MemberwiseClone();
}

/// <summary>Reads or writes the fields of options, one after the other.</summary>
internal interface IOptionVisitor
{
    void Field(ref double? value);
    void Field(ref bool? value);
}

internal sealed class OptionWriter(BinaryWriter writer) : IOptionVisitor
{
    public void Field(ref double? value) => writer.Write(value!.Value);
    public void Field(ref bool? value) => writer.Write(value!.Value);
}

internal sealed class OptionReader(BinaryReader reader) : IOptionVisitor
{
    public void Field(ref double? value) => value = reader.ReadDouble();
    public void Field(ref bool? value) => value = reader.ReadBoolean();
}

/// <summary>Copies from other options of the same type, all fields or those not set.</summary>
internal sealed class OptionCopier : IOptionVisitor
{
    readonly Queue<object?> values = [];
    readonly bool overwrite;

    internal OptionCopier(OptimizerOptions source, bool overwrite)
    {
        source.Visit(new Collector(values));
        this.overwrite = overwrite;
    }

    public void Field(ref double? value)
    {
        object? next = values.Dequeue();
        value = overwrite ? (double?)next : value ?? (double?)next;
    }

    public void Field(ref bool? value)
    {
        object? next = values.Dequeue();
        value = overwrite ? (bool?)next : value ?? (bool?)next;
    }

    sealed class Collector(Queue<object?> values) : IOptionVisitor
    {
        public void Field(ref double? value) => values.Enqueue(value);
        public void Field(ref bool? value) => values.Enqueue(value);
    }
}
