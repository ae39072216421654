using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What all optimisers share: groups, states, and their files in TorchSharp's format.</summary>
public abstract class OptimizerHelper : Optimizer
{
    private protected OptimizerOptions _defaults = null!;

    public OptimizerHelper() : base(IntPtr.Zero)
    {
    }

    /// <summary>Completes the constructor: the optimiser's own options, which groups fall back on, and the groups.</summary>
    private protected void Begin(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        defaults.InitialLearningRate = defaults.LearningRate!.Value;
        _defaults = defaults;
        foreach (ParamGroup group in groups)
            add_param_group(group);
    }

    private protected virtual OptimizerState NewState(Parameter parameter) => throw new NotImplementedException();

    // How many handles of each parameter a step passes to the bridge.
    private protected virtual int Columns => 0;

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options ??= _defaults.Clone();
        param_group.Options.Complete(_defaults);
        param_group.Track(NewState, Columns);
        Groups.Add(param_group);
    }

    /// <summary>Evaluates the closure with gradients, then runs the body for each group without.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
            using (enable_grad())
                loss = loss_closure();
        using (no_grad())
            foreach (ParamGroup group in Groups)
                using (NewDisposeScope())
                    body((T)group);
        return loss;
    }

    /// <summary>A step of one parameter after the other; the gradient comes with its sign turned and decay added where the options say so.</summary>
    private protected Tensor? StepEach<TOptions, TState>(Func<Tensor>? closure, Action<TOptions, TState, Parameter, Tensor> update)
        where TOptions : OptimizerOptions where TState : OptimizerState => _step<ParamGroup>(group =>
    {
        for (int i = 0; i < group.Tracked.Length; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            Parameter parameter = group.Tracked[i];
            if (parameter.grad is not { } gradient)
                continue;
            if (gradient.is_sparse)
                throw new ArgumentException($"{GetType().Name} does not support sparse gradients");
            if (group.Options.Maximizes)
                gradient = gradient.neg();
            if (group.Options.Decay != 0)
                gradient = gradient.add(parameter, group.Options.Decay);
            group.States[i].step++;
            update((TOptions)group.Options, (TState)group.States[i], parameter, gradient);
        }
    }, closure);

    /// <summary>The groups' options and the parameters' states; the lists hold the optimiser's own objects, as in TorchSharp.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (ParamGroup group in Groups)
        {
            dictionary.Options.Add(group.Options);
            dictionary.StateIndexRef.Add([.. Enumerable.Range(dictionary.State.Count, group.States.Length)]);
            dictionary.State.AddRange(group.States);
        }
        return dictionary;
    }

    /// <summary>Copies what another optimiser's state_dict answered.</summary>
    /// <exception cref="ArgumentException">It has another number of groups or parameters.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        StateDictionary own = this.state_dict();
        Fit(state_dict.Options.Count, state_dict.State.Count, own);
        foreach (var (mine, other) in own.Options.Zip(state_dict.Options))
            if (mine != other)
                mine.LoadStateDict(other);
        foreach (var (mine, other) in own.State.Zip(state_dict.State))
            if (mine != other)
                mine.LoadStateDict(other);
    }

    static void Fit(long groups, long states, StateDictionary own)
    {
        if (groups != own.Options.Count)
            throw new ArgumentException($"the optimizer state has {groups} parameter groups, this optimizer {own.Options.Count}");
        if (states != own.State.Count)
            throw new ArgumentException($"the optimizer state has {states} parameters, this optimizer {own.State.Count}");
    }

    public void save_state_dict(string location)
    {
        using FileStream stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        StateDictionary state = state_dict();
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(state.Options.Count);
        writer.Write7BitEncodedInt64(state.State.Count);
        foreach (OptimizerOptions options in state.Options)
            options.SaveStateDict(writer);
        foreach (OptimizerState of in state.State)
            of.SaveStateDict(writer);
    }

    public void load_state_dict(string location)
    {
        using FileStream stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <exception cref="InvalidDataException">Another kind of optimiser wrote it.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        string kind = reader.ReadString();
        if (kind != GetType().Name)
            throw new InvalidDataException($"the optimizer state was saved by {kind}, this is {GetType().Name}");
        StateDictionary own = state_dict();
        Fit(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), own);
        foreach (OptimizerOptions options in own.Options)
            options.LoadStateDict(reader);
        foreach (OptimizerState of in own.State)
            of.LoadStateDict(reader);
    }

    /// <summary>Moves the states to the device, as the parameters were.</summary>
    public void to(Device device)
    {
        foreach (ParamGroup group in Groups)
            foreach (OptimizerState state in group.States)
                state.to(device);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        foreach (ParamGroup group in Groups)
            foreach (OptimizerState state in group.States)
                state.Release();
    }
}
