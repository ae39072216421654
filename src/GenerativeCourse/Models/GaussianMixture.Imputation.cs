using static TorchSharp.torch;

namespace GenerativeCourse.Models;

public sealed partial class GaussianMixture
{
    /// <summary>
    /// Fills in what is missing, marked by NaN, from what is there: each row (N, D) gets its conditional mean, the components' own weighted by their
    /// responsibilities for what is observed; or, with a seed, a draw from the conditional. float64, (N, D).
    /// </summary>
    public Tensor Impute(Tensor x, long? seed = null)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name, Means.shape[1], missing: true).to(ScalarType.Float64).clone();
        if (isinf(rows).any().item<bool>())
            throw new ArgumentException($"{Name}: some numbers are infinite: mark what is missing by NaN");
        using var generator = new Generator(unchecked((ulong)(seed ?? 0)));
        Tensor missing = isnan(rows).to(ScalarType.Byte).cpu();
        byte[] marks = missing.data<byte>().ToArray();
        int width = (int)rows.shape[1];
        var patterns = Enumerable.Range(0, (int)rows.shape[0]).GroupBy(row => Convert.ToHexString(marks.AsSpan(row * width, width)));
        foreach (var pattern in patterns)
        {
            using var step = NewDisposeScope();
            int first = pattern.First() * width;
            long[] hidden = [.. Enumerable.Range(0, width).Where(column => marks[first + column] != 0).Select(column => (long)column)];
            if (hidden.Length == 0)
                continue;
            Tensor indices = tensor(pattern.Select(row => (long)row).ToArray(), device: rows.device);
            Tensor group = rows.index_select(0, indices);
            Fill(group, tensor(hidden, device: rows.device), tensor(Enumerable.Range(0, width).Select(column => (long)column).Except(hidden).ToArray(), device: rows.device), seed is null ? null : generator);
            rows.index_copy_(0, indices, group);
        }
        return rows.MoveToOuterDisposeScope();
    }

    // p(x_h | x_o) = sum_k p(k | x_o) N(mu_h + S_ho S_oo^-1 (x_o - mu_o), S_hh - S_ho S_oo^-1 S_oh).
    void Fill(Tensor rows, Tensor hidden, Tensor observed, Generator? generator)
    {
        Tensor seen = rows.index_select(1, observed);                                   // (N, O)
        Tensor covariances = FullCovariances(), meansSeen = Means.index_select(1, observed);
        Tensor within = Block(covariances, observed, observed), across = Block(covariances, hidden, observed);
        Tensor share = observed.shape[0] == 0
            ? Weights.unsqueeze(0).expand(rows.shape[0], -1)
            : new MixtureDensity(Weights, meansSeen, CovarianceFactor.Of(Covariance.Full, within)).Map(seen, joint => joint.softmax(0).t());  // (N, K)
        Tensor differences = (seen.unsqueeze(0) - meansSeen.unsqueeze(1)).transpose(1, 2);      // (K, O, N)
        Tensor solved = observed.shape[0] == 0 ? differences : linalg.solve(within, differences);
        Tensor means = Means.index_select(1, hidden).unsqueeze(1) + across.matmul(solved).transpose(1, 2);  // (K, N, H)
        Tensor filled = generator is null ? (share.t().unsqueeze(2) * means).sum(dim: 0L) : Draw();
        rows.index_copy_(1, hidden, filled);

        Tensor Draw()
        {
            Tensor chosen = multinomial(share.cpu(), 1, generator: generator).to(rows.device);  // (N, 1)
            Tensor mean = means.gather(0, chosen.t().unsqueeze(2).expand(1, -1, hidden.shape[0])).squeeze(0);  // (N, H)
            Tensor rest = Block(covariances, hidden, hidden);
            if (observed.shape[0] > 0)
                rest = rest - across.matmul(linalg.solve(within, across.transpose(1, 2)));
            Tensor noise = randn([rows.shape[0], hidden.shape[0], 1], dtype: ScalarType.Float64, generator: generator).to(rows.device);
            Tensor lower = linalg.cholesky((rest + rest.transpose(1, 2)) / 2);  // (K, H, H)
            for (long k = 0; k < Components; k++)
            {
                Tensor own = chosen.squeeze(1).eq(k).nonzero().squeeze(1);
                if (own.shape[0] > 0)
                    mean.index_add_(0, own, noise.index_select(0, own).squeeze(2).mm(lower[k].t()), 1);
            }
            return mean;
        }
    }

    Tensor FullCovariances() => Covariance switch
    {
        Covariance.Full => Covariances,
        Covariance.Diagonal => diag_embed(Covariances),
        _ => Covariances.unsqueeze(0).expand(Components, -1, -1),
    };

    static Tensor Block(Tensor matrices, Tensor rows, Tensor columns) => matrices.index_select(1, rows).index_select(2, columns);
}
