namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Schedulers that act one after the other in every step.</summary>
                public class ChainedLR(IEnumerable<LRScheduler> schedulers) : LRScheduler
                {
                    readonly LRScheduler[] schedulers = [.. schedulers];

                    public override void step()
                    {
                        foreach (LRScheduler scheduler in schedulers)
                            scheduler.step();
                        if (schedulers is [.., var last])
                            _last_lrs = last._last_lrs;
                    }

                    public override void step(int? epoch) => step();
                }
            }
        }
    }
}
