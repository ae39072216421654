namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times factor when a metric has not improved for more than patience epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    readonly bool least, relative;
                    readonly double factor, threshold, eps;
                    readonly int patience, cooldown;
                    readonly double[] min_lr;
                    double best;
                    int bad_epochs, cooling;

                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1)
                            throw new ArgumentException($"factor must be below 1, not {factor}");
                        least = mode switch { "min" => true, "max" => false, _ => throw new ArgumentException($"mode is \"min\" or \"max\", not \"{mode}\"") };
                        relative = threshold_mode switch { "rel" => true, "abs" => false, _ => throw new ArgumentException($"threshold_mode is \"rel\" or \"abs\", not \"{threshold_mode}\"") };
                        (this.factor, this.threshold, this.eps, this.patience, this.cooldown) = (factor, threshold, eps, patience, cooldown);
                        this.min_lr = min_lr is { Count: > 1 } ? [.. min_lr] : [.. Enumerable.Repeat(min_lr is [var one] ? one : 0, _base_lrs.Length)];
                        if (this.min_lr.Length != _base_lrs.Length)
                            throw new ArgumentException($"min_lr has {this.min_lr.Length} rates for {_base_lrs.Length} parameter groups");
                        best = least ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (Improves(current))
                            (best, bad_epochs) = (current, 0);
                        else
                            bad_epochs++;
                        if (cooling > 0)
                            (cooling, bad_epochs) = (cooling - 1, 0);
                        if (bad_epochs > patience)
                        {
                            Reduce();
                            (cooling, bad_epochs) = (cooldown, 0);
                        }
                        _last_lrs = [.. Rates(rate => rate)];
                    }

                    public override void step() => step(null);

                    public override void step(int? epoch) => throw new InvalidOperationException("ReduceLROnPlateau follows a metric: call step(metric)");

                    bool Improves(double value) => (least, relative) switch
                    {
                        (true, true) => value < best * (1 - threshold),
                        (true, false) => value < best - threshold,
                        (false, true) => value > best * (1 + threshold),
                        (false, false) => value > best + threshold,
                    };

                    void Reduce()
                    {
                        foreach (var (i, group) in _optimizer.ParamGroups.Index())
                        {
                            double rate = Math.Max(group.LearningRate * factor, min_lr[i]);
                            if (group.LearningRate - rate <= eps)
                                continue;
                            group.LearningRate = rate;
                            if (_verbose)
                                Console.WriteLine($"Epoch {_last_epoch}: reducing learning rate of group {i} to {rate:g4}.");
                        }
                    }
                }
            }
        }
    }
}
