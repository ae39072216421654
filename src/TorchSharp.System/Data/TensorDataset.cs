using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Row i of each tensor is item i.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    readonly Tensor[] tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors.Length == 0 || tensors.Any(tensor => tensor.dim() == 0 || tensor.size(0) != tensors[0].size(0)))
            throw new ArgumentException("a TensorDataset takes tensors with the same number of rows");
        this.tensors = Array.ConvertAll(tensors, tensor => tensor.alias().DetachFromDisposeScope());
    }

    public override long Count => tensors[0].size(0);

    public IList<Tensor> this[long index] => [.. tensors.Select(tensor => tensor.select(0, index))];

    public override IList<Tensor> GetTensor(long index) => this[index];

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        foreach (Tensor tensor in tensors)
            tensor.Dispose();
    }
}
