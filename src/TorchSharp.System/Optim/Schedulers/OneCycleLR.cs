namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One rise and one fall of the rate, with the momentum the other way round, after Smith and Topin (arXiv 1708.07120).</summary>
                public class OneCycleLR : LRScheduler
                {
                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear
                    }

                    // A stretch that ends with an epoch: from one rate and momentum to another, for each group.
                    readonly record struct Phase(double End, double[] FromRate, double[] ToRate, double[] FromMomentum, double[] ToMomentum);

                    readonly int total_steps;
                    readonly bool cosine, cycle_momentum;
                    readonly Phase[] phases;

                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForAll(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, ForAll(optimizer, base_momentum), ForAll(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (total_steps == -1 && (epochs == -1 || steps_per_epoch == -1))
                            throw new ArgumentException("OneCycleLR wants total_steps, or both epochs and steps_per_epoch");
                        this.total_steps = total_steps != -1 ? total_steps : epochs * steps_per_epoch;
                        if (this.total_steps <= 0)
                            throw new ArgumentException($"OneCycleLR wants a positive number of steps, not {this.total_steps}");
                        if (!(pct_start >= 0 && pct_start <= 1))
                            throw new ArgumentException($"pct_start must be from 0 to 1, not {pct_start}");
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas))
                            throw new ArgumentException($"{optimizer.GetType().Name} has no momentum to cycle: pass cycle_momentum: false");
                        (cosine, this.cycle_momentum) = (anneal_strategy == AnnealStrategy.Cos, cycle_momentum);
                        double[] top = [.. max_lr], first = Array.ConvertAll(top, rate => rate / div_factor), last = Array.ConvertAll(first, rate => rate / final_div_factor);
                        double[] low = [.. base_momentum ?? ForAll(optimizer, 0.85)], high = [.. max_momentum ?? ForAll(optimizer, 0.95)];
                        double rise = pct_start * this.total_steps - 1;
                        phases = three_phase
                            ? [new(rise, first, top, high, low), new(2 * pct_start * this.total_steps - 2, top, first, low, high), new(this.total_steps - 1, first, last, high, high)]
                            : [new(rise, first, top, high, low), new(this.total_steps - 1, top, last, low, high)];
                        _base_lrs = first;
                        foreach (var (i, group) in optimizer.ParamGroups.Index())
                            group.InitialLearningRate = first[i];
                        step();
                    }

                    static IEnumerable<double> ForAll(Optimizer optimizer, double value) => [.. optimizer.ParamGroups.Select(_ => value)];

                    double Between(double from, double to, double share) => cosine ? to + (from - to) / 2 * (Math.Cos(Math.PI * share) + 1) : from + (to - from) * share;

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > total_steps)
                            throw new InvalidOperationException($"OneCycleLR was made for {total_steps} steps; this would be step {_last_epoch + 1}");
                        int now = 0;
                        while (now < phases.Length - 1 && _last_epoch > phases[now].End)
                            now++;
                        Phase phase = phases[now];
                        double start = now == 0 ? 0 : phases[now - 1].End, share = (_last_epoch - start) / (phase.End - start);
                        if (cycle_momentum)
                            foreach (var (i, group) in _optimizer.ParamGroups.Index())
                                Cycle(group, Between(phase.FromMomentum[i], phase.ToMomentum[i], share));
                        return phase.FromRate.Zip(phase.ToRate, (from, to) => Between(from, to, share));
                    }

                    static void Cycle(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas adam)
                            adam.Betas = (momentum, adam.Betas.Item2);
                        else
                            ((IMomentum)group).Momentum = momentum;
                    }
                }
            }
        }
    }
}
