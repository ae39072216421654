namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times factor until total_iters, then as it was.</summary>
                public class ConstantLR : LRScheduler
                {
                    readonly double factor;
                    readonly int total_iters;

                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (this.factor, this.total_iters) = (factor, total_iters);
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(rate => _last_epoch == 0 ? rate * factor : _last_epoch == total_iters ? rate / factor : rate);

                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(rate => _last_epoch >= total_iters ? rate : rate * factor);
                }
            }
        }
    }
}
