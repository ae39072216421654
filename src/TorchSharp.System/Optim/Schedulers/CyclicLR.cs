namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate up and down between two bounds, after Smith (arXiv 1506.01186).</summary>
                public class CyclicLR : LRScheduler
                {
                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange
                    }

                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations
                    }

                    readonly double total_size, step_ratio;
                    readonly double[] max_lr, base_momentum = [], max_momentum = [];
                    readonly Func<double, double> scale_fn;
                    readonly bool by_cycle;

                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForAll(optimizer, base_lr), ForAll(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, ForAll(optimizer, base_momentum), ForAll(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        total_size = step_size_up + (step_size_down == -1 ? step_size_up : step_size_down);
                        step_ratio = step_size_up / total_size;
                        (_base_lrs, this.max_lr) = ([.. base_lr], [.. max_lr]);
                        if (cycle_momentum)
                        {
                            if (optimizer is not IMomentum)
                                throw new ArgumentException($"{optimizer.GetType().Name} has no momentum to cycle: pass cycle_momentum: false");
                            (this.base_momentum, this.max_momentum) = ([.. base_momentum ?? ForAll(optimizer, 0.8)], [.. max_momentum ?? ForAll(optimizer, 0.9)]);
                        }
                        // As in PyTorch; TorchSharp scales ExpRange by the cycle and lets the momentum rise with the rate.
                        by_cycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        this.scale_fn = scale_fn ?? mode switch
                        {
                            Mode.Triangular2 => cycle => Math.Pow(2, 1 - cycle),
                            Mode.ExpRange => iteration => Math.Pow(gamma, iteration),
                            _ => _ => 1,
                        };
                        step();
                    }

                    static IEnumerable<double> ForAll(Optimizer optimizer, double value) => [.. optimizer.ParamGroups.Select(_ => value)];

                    protected override IEnumerable<double> get_lr()
                    {
                        double cycle = Math.Floor(1 + _last_epoch / total_size), x = 1 + _last_epoch / total_size - cycle;
                        double height = (x <= step_ratio ? x / step_ratio : (x - 1) / (step_ratio - 1)) * scale_fn(by_cycle ? cycle : _last_epoch);
                        if (max_momentum.Length > 0)
                            foreach (var (i, group) in _optimizer.ParamGroups.Index())
                                ((IMomentum)group).Momentum = max_momentum[i] - (max_momentum[i] - base_momentum[i]) * height;
                        return _base_lrs.Zip(max_lr, (least, most) => least + (most - least) * height);
                    }
                }
            }
        }
    }
}
