using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>L-BFGS with a fixed step and no line search, after Nocedal (1980), as PyTorch has it; each step evaluates the closure many times.</summary>
public class LBFGS : Optimizer, ILearningRateController
{
    readonly Parameter[] all;
    readonly long max_iter, max_eval, history_size;
    readonly double tolerance_grad, tolerance_change;
    readonly List<(Tensor Step, Tensor Change, double Curvature)> history = [];
    Tensor? direction, previous;
    double scale = 1, rate;
    long iterations;

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, long max_iter, long max_eval, double tolerance_grad, double tolerance_change, long history_size) : base(IntPtr.Zero)
    {
        all = [.. parameters];
        (this.max_iter, this.max_eval, this.history_size, this.tolerance_grad, this.tolerance_change) = (max_iter, max_eval, history_size, tolerance_grad, tolerance_change);
        Groups.Add(new ParamGroup { Parameters = all, Options = new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr } });
    }

    public double LearningRate
    {
        get => Groups[0].LearningRate;
        set => Groups[0].LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Groups[0].InitialLearningRate;
        set => Groups[0].InitialLearningRate = value;
    }

    /// <summary>Up to max_iter moves, each with a call of the closure, which must zero the gradients, compute the loss and call backward.</summary>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        Tensor first;
        using (enable_grad())
            first = closure();
        using (no_grad())
        using (NewDisposeScope())
            Iterate(closure, first.to(ScalarType.Float64).item<double>());
        return first;
    }

    void Iterate(Func<Tensor> closure, double loss)
    {
        Tensor gradient = Gradient();
        long evaluations = 1;
        if (Largest(gradient) <= tolerance_grad)
            return;
        for (long i = 1; i <= max_iter; i++)
        {
            Turn(gradient);
            double before = loss;
            rate = iterations == 1 ? Math.Min(1, 1 / Number(gradient.abs().sum())) * LearningRate : LearningRate;
            if (Number(gradient.dot(direction!)) > -tolerance_change)
                return;
            Move();
            if (i == max_iter)
                return;
            using (enable_grad())
            using (Tensor now = closure())
                loss = Number(now);
            gradient = Gradient();
            if (++evaluations >= max_eval || Largest(gradient) <= tolerance_grad || Largest(direction! * rate) <= tolerance_change || Math.Abs(loss - before) < tolerance_change)
                return;
        }
    }

    // The new direction: minus the gradient times the inverse Hessian that the history approximates, by the two-loop recursion.
    void Turn(Tensor gradient)
    {
        if (++iterations > 1)
            Remember(gradient.sub(previous!), direction!.mul(rate));
        Tensor turned = gradient.neg();
        var weights = new double[history.Count];
        for (int i = history.Count - 1; i >= 0; i--)
        {
            weights[i] = Number(history[i].Step.dot(turned)) * history[i].Curvature;
            turned.add_(history[i].Change, -weights[i]);
        }
        turned.mul_(scale);
        for (int i = 0; i < history.Count; i++)
            turned.add_(history[i].Step, weights[i] - Number(history[i].Change.dot(turned)) * history[i].Curvature);
        Keep(ref direction, turned);
        Keep(ref previous, gradient.clone());
    }

    void Remember(Tensor change, Tensor moved)
    {
        double product = Number(change.dot(moved));
        if (product <= 1e-10)
            return;
        if (history.Count == history_size)
            Forget(0);
        history.Add((moved.DetachFromDisposeScope(), change.DetachFromDisposeScope(), 1 / product));
        scale = product / Number(change.dot(change));
    }

    void Forget(int place)
    {
        history[place].Step.Dispose();
        history[place].Change.Dispose();
        history.RemoveAt(place);
    }

    static void Keep(ref Tensor? kept, Tensor value)
    {
        kept?.Dispose();
        kept = value.DetachFromDisposeScope();
    }

    Tensor Gradient() => cat([.. all.Select(parameter => parameter.grad is { } gradient ? gradient.reshape(-1) : zeros_like(parameter).reshape(-1))]);

    void Move()
    {
        long offset = 0;
        foreach (Parameter parameter in all)
        {
            parameter.add_(direction!.narrow(0, offset, parameter.numel()).reshape(parameter.shape), rate);
            offset += parameter.numel();
        }
    }

    static double Number(Tensor scalar) => scalar.to(ScalarType.Float64).item<double>();

    static double Largest(Tensor vector) => vector.numel() == 0 ? 0 : Number(vector.abs().max());

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        direction?.Dispose();
        previous?.Dispose();
        while (history.Count > 0)
            Forget(0);
    }
}
