namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The first rate times a factor that goes from start_factor to end_factor in total_iters epochs.</summary>
                public class LinearLR : LRScheduler
                {
                    readonly double start, change;
                    readonly int total_iters;

                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (start, change, this.total_iters) = (start_factor, end_factor - start_factor, total_iters);
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(rate =>
                        _last_epoch == 0 ? rate * start
                        : _last_epoch > total_iters ? rate
                        : rate * (1 + change / (total_iters * start + (_last_epoch - 1) * change)));

                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(rate => rate * (start + change * Math.Min(total_iters, _last_epoch) / total_iters));
                }
            }
        }
    }
}
