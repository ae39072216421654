using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed partial class TensorParityTests
{
    static Dictionary<string, Func<ParityCase, Tensor[]>> Shapes => new()
    {
        ["views"] = g => On(g, x => [x.view(4, 6), x.reshape(-1), x.flatten(1), x.unflatten(2, 2, 2), x.unsqueeze(1), x[..1].squeeze(0), x[..1].expand(5, 3, 4), x.unfold(2, 2, 1), x.narrow(1, 1, 2),
            x.select(1, 2), x.diagonal(0, 1, 2), x.ravel(), x.as_strided([2, 2], [1, 4], 1), x.broadcast_to(2, 2, 3, 4)]),
        ["permuting"] = g => On(g, x => [x.transpose(0, 2), x.permute(2, 0, 1), x.movedim([0], [2]), x.flip(0, 2), x.flip(1), x.roll(1), x.roll((1, 2), (0, 2)), x.rot90(1, (0, 1)), x[0].T, x.mT,
            x[0].fliplr(), x.repeat(1, 2, 1), x.tile([2]), x.repeat_interleave(2, 1), x.repeat_interleave(2), x.swapaxes(0, 1)]),
        ["splitting"] = g => On(g, x => Flat(x.chunk(2, 1), x.split(3, 2), x.split([1L, 3], 2), x.unbind(0), x.tensor_split(3, 2), x.tensor_split([1L, 2], 2), x.hsplit(3), x.vsplit(new long[] { 1 }), x.dsplit(2))),
        ["joining"] = g => On(g, (x, y) => Flat(cat([x, y], 1), stack([x, y], 1), hstack(x, y), vstack([x, y]), dstack(x, y), column_stack(x, y), block_diag(x, y),
            meshgrid([x[0], y[1]], "xy"), cartesian_prod(x[0], y[0]), combinations(x[0]), broadcast_tensors(x[0], y))),
        ["triangles"] = g => On(g, x => [x.tril(), x.triu(1), x.diag(), x[0].diag(), x.diag_embed(), x.trace(), x[0].diagflat(1)]),
        ["indices"] = g => On(g, x => Flat(tril_indices(3, 4), triu_indices(3, 3, 1), x.nonzero(), x.argwhere(), x.nonzero_as_list())),
    };

    static Dictionary<string, Func<ParityCase, Tensor[]>> Places => new()
    {
        ["gathering"] = g => Picked(g["x"], g["k"]),
        ["scattering"] = g => On(g, (x, y) => Written(x, y, g["k"])),
        ["sorting"] = g => On(g, x => Flat(x.sort(1), x.sort(0, descending: true), x.argsort(1), x.msort(), x.topk(2, 1), x.topk(2, 0, largest: false))),
        ["searching"] = g => Flat(searchsorted(g["v"], g["x"]), bucketize(g["x"], g["v"], right: true), g["x"].isin(g["v"]), histogram(g["x"].flatten(), 4, (-1.0, 1.0)), histogram(g["x"].flatten(), g["v"])),
    };

    static Tensor[] Picked(Tensor x, Tensor k) =>
        [x.gather(0, k.view(2, 2)), x.index_select(1, k), x.take(k), x.take_along_dim(k.view(1, 4)[.., ..3], 0), x[k], x[TensorIndex.Colon, TensorIndex.Tensor(k)], x[k[..2], k[2..]],
            x[TensorIndex.None, TensorIndex.Ellipsis, 1], x[1.., TensorIndex.Slice(step: 2)]];

    static Tensor[] Written(Tensor x, Tensor y, Tensor k) =>
        [x.scatter(0, k[..3].view(1, 3), y[..1]), x.scatter_add(1, k[..3].view(3, 1), y[.., ..1]), x.index_add(0, k[..2], y[..2], 2), x.index_fill(1, k[..1], 5), x.masked_scatter(x > 0, y),
            x.select_scatter(y[0], 0, 1), x.slice_scatter(y[.., ..1], 1, 1, 2), x.diagonal_scatter(y[0]), x.index_copy(0, k[..1], y[..1])];
}
