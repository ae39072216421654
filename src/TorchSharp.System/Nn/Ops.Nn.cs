namespace TorchSharp;

// Operators that modules use and that the tensor's own files do not declare.
internal static partial class Ops
{
    internal static readonly Op empty = new("empty.memory_format"), contiguous = new("contiguous"), copy_ = new("copy_"), zero_ = new("zero_"), fill_ = new("fill_.Scalar"),
        uniform_ = new("uniform_"), normal_ = new("normal_"), alias = new("alias"), flatten = new("flatten.using_ints"), view = new("view"),
        abs = new("abs"), neg = new("neg"), div = new("div.Tensor"), div_ = new("div_.Tensor"), sub = new("sub.Tensor"), sub_ = new("sub_.Tensor"), add_Scalar = new("add.Scalar");
}
