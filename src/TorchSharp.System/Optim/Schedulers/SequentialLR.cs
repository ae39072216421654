namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One scheduler until the first milestone, the next until the second, and so on.</summary>
                public class SequentialLR : LRScheduler
                {
                    readonly LRScheduler[] schedulers;
                    readonly int[] milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) : base(optimizer, last_epoch + 1, false)
                    {
                        (this.schedulers, this.milestones) = ([.. schedulers], [.. milestones]);
                        if (this.schedulers.Any(scheduler => scheduler._optimizer != optimizer))
                            throw new ArgumentException("SequentialLR wants schedulers of its own optimizer");
                        if (this.milestones.Length != this.schedulers.Length - 1)
                            throw new ArgumentException($"SequentialLR wants a milestone between each two schedulers: {this.schedulers.Length} schedulers take {this.schedulers.Length - 1}, not {this.milestones.Length}");
                        // Each scheduler took its first step when it was made: back to before, and again the first one's alone.
                        foreach (ILearningRateController group in optimizer.ParamGroups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (LRScheduler scheduler in this.schedulers)
                            scheduler._last_epoch--;
                        this.schedulers[0].step();
                        _last_lrs = [.. Rates(rate => rate)];
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        int past = milestones.Count(milestone => milestone <= _last_epoch);
                        if (past > 0 && milestones[past - 1] == _last_epoch)
                            schedulers[past].step(0);
                        else
                            schedulers[past].step();
                        return base.get_lr();
                    }
                }
            }
        }
    }
}
