namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimiser's groups, once a step.</summary>
            public abstract class LRScheduler
            {
                internal Optimizer _optimizer = null!;
                internal int _last_epoch = -1;
                internal bool _verbose;
                internal double[] _base_lrs = [], _last_lrs = [];

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (_optimizer, _last_epoch, _verbose) = (optimizer, last_epoch, verbose);
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    _last_lrs = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
                }

                public virtual void step() => step(null);

                /// <summary>Goes on to the next epoch, or to the one named by the formula that needs no history.</summary>
                public virtual void step(int? epoch)
                {
                    _last_epoch = epoch ?? _last_epoch + 1;
                    // get_lr may change the optimiser: it is asked once.
                    double[] rates = [.. epoch.HasValue ? get_closed_form_lr() : get_lr()];
                    foreach (var (i, group) in _optimizer.ParamGroups.Take(_base_lrs.Length).Index())
                    {
                        group.LearningRate = rates[i];
                        if (_verbose && _last_lrs[i] != rates[i])
                            Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                        _last_lrs[i] = rates[i];
                    }
                }

                /// <summary>For schedulers that follow a metric; the others pass it over.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                protected virtual IEnumerable<double> get_lr() => Rates(rate => rate);

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>The rates that the last step set.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                // From each group's present rate, or from the one it began with.
                private protected IEnumerable<double> Rates(Func<double, double> next) => _optimizer.ParamGroups.Select(group => next(group.LearningRate));

                private protected IEnumerable<double> FromBase(Func<double, double> rate) => _base_lrs.Select(rate);
            }
        }
    }
}
