using static TorchSharp.torch;

namespace GenerativeCourse.Benchmarks;

/// <summary>Ours and the peer's steps in turn, and the medians.</summary>
sealed class Comparison(TorchPeer tuned, TorchPeer asItComes, string folder, double seconds)
{
    /// <summary>fp32 and contiguous on both sides, the same threads.</summary>
    public Row Equal(Workload workload) => InTurn(workload, "equal", Variant.Plain, tuned, Variant.Plain, get_num_threads(), setToNone: true);

    /// <summary>Each side in the form in which it is faster.</summary>
    public Row Fastest(Workload workload)
    {
        string file = File(workload);
        Variant ours = workload.Fast.MinBy(variant => Trial(Ours(workload, file, variant)))!;
        Variant theirs = workload.Fast.MinBy(variant => Trial(Theirs(workload, file, variant, tuned, get_num_threads(), setToNone: true)))!;
        return InTurn(workload, "fastest", ours, tuned, theirs, get_num_threads(), setToNone: true);

        double Trial(Func<int, Turn> run)
        {
            if (workload.Fast.Count == 1)
                return 0;
            // The first steps of a small model are spent on what each form makes ready once.
            if (workload.StepsATurn > 10)
                run(workload.StepsATurn);
            return run(Math.Max(2, workload.StepsATurn)).Milliseconds.Min();
        }
    }

    /// <summary>Ours as the course ships it, PyTorch as it comes.</summary>
    public Row Default(Workload workload) => InTurn(workload, "default", workload.Shipped, asItComes, Variant.Plain, threads: 0, setToNone: false);

    Row InTurn(Workload workload, string compare, Variant variant, TorchPeer peer, Variant peerVariant, int threads, bool setToNone)
    {
        string file = File(workload);
        Func<int, Turn> ours = Ours(workload, file, variant), theirs = Theirs(workload, file, peerVariant, peer, threads, setToNone);
        Turn first = ours(2), firstTheirs = theirs(2);
        Agree(workload, variant == peerVariant || variant.Precision == peerVariant.Precision, first, firstTheirs);
        // Until the runtime has compiled what runs often.
        if (workload.StepsATurn > 10)
            _ = (ours(2 * workload.StepsATurn), theirs(2 * workload.StepsATurn));
        List<double> mine = [], peers = [];
        while ((mine.Sum() + peers.Sum() < 1000 * seconds || mine.Count < 3 * workload.StepsATurn) && mine.Sum() + peers.Sum() < 2000 * seconds || mine.Count < 2)
        {
            mine.AddRange(ours(workload.StepsATurn).Milliseconds);
            peers.AddRange(theirs(workload.StepsATurn).Milliseconds);
        }
        double median = Turn.Median(mine), peerMedian = Turn.Median(peers);
        return new Row(workload.Name, compare, Math.Round(median, 4), Math.Round(peerMedian, 4), Math.Round(median / peerMedian, 4), Goals.Of(workload, compare),
            $"{variant}, {get_num_threads()} threads", $"{peerVariant}{(peerVariant.Foreach ? ", foreach" : "")}{(setToNone ? ", gradients to none" : "")}, {(threads == 0 ? peer.Threads : threads)} threads, {peer.Setting}", first.Losses[0], firstTheirs.Losses[0]);
    }

    static Func<int, Turn> Ours(Workload workload, string file, Variant variant)
    {
        Func<double> step = workload.Begin(file, variant);
        manual_seed(Workload.Seed);
        return count => Turn.Of(step, count);
    }

    static Func<int, Turn> Theirs(Workload workload, string file, Variant variant, TorchPeer peer, int threads, bool setToNone)
    {
        peer.Begin(workload, file, variant, threads, setToNone);
        return peer.Steps;
    }

    // The same weights, data and random numbers on both sides: the second loss holds the first step too.
    static void Agree(Workload workload, bool sameNumbers, Turn ours, Turn theirs)
    {
        double tolerance = sameNumbers ? 1e-3 : 2e-2;
        for (int i = 0; i < ours.Losses.Length; i++)
            if (!(Math.Abs(ours.Losses[i] - theirs.Losses[i]) <= tolerance * Math.Max(1, Math.Abs(theirs.Losses[i]))))
                throw new InvalidOperationException($"{workload.Name}: the losses of step {i + 1} differ, ours {ours.Losses[i]}, the peer's {theirs.Losses[i]}: the two sides do not compute the same");
    }

    string File(Workload workload)
    {
        string file = Path.Combine(folder, $"{workload.Name}.safetensors");
        if (!System.IO.File.Exists(file))
            workload.Save(file);
        return file;
    }
}
