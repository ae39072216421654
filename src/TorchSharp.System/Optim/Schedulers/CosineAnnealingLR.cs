namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Half a cosine from the first rate to eta_min in T_max epochs, after Loshchilov and Hutter (arXiv 1608.03983), without restarts.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    readonly double T_max, eta_min;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (this.T_max, this.eta_min) = (T_max, eta_min);
                        step();
                    }

                    // From one rate to the next, so that it can be chained; at the bottom of the cosine that would divide by zero.
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                            return base.get_lr();
                        if ((_last_epoch - 1 - T_max) % (2 * T_max) == 0)
                            return Rates(rate => rate).Zip(_base_lrs, (rate, first) => rate + (first - eta_min) * (1 - Math.Cos(Math.PI / T_max)) / 2);
                        return Rates(rate => (1 + Math.Cos(Math.PI * _last_epoch / T_max)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / T_max)) * (rate - eta_min) + eta_min);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(rate => eta_min + (rate - eta_min) * (1 + Math.Cos(Math.PI * _last_epoch / T_max)) / 2);
                }
            }
        }
    }
}
