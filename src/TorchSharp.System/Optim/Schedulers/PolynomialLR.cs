namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The first rate times (1 - epoch / total_iters) to a power.</summary>
                public class PolynomialLR : LRScheduler
                {
                    readonly double total_iters, power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (this.total_iters, this.power) = (total_iters, power);
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(rate =>
                        _last_epoch == 0 || _last_epoch > total_iters ? rate : rate * Math.Pow((1 - _last_epoch / total_iters) / (1 - (_last_epoch - 1) / total_iters), power));

                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(rate => rate * Math.Pow(1 - Math.Min(total_iters, _last_epoch) / total_iters, power));
                }
            }
        }
    }
}
