using GenerativeCourse.Figures.Images;
using TorchSharp;

namespace GenerativeCourse.Figures;

public sealed partial class DragMap
{
    /// <summary>Images in a tensor of shape (X·Y, H, W), (X·Y, 1, H, W) or (X·Y, 3, H, W), in the order of <see cref="Points"/>; bytes, or numbers in [0, 1].</summary>
    public DragMap(torch.Tensor images, Numbers x, Numbers y, string xName = "z₁", string yName = "z₂")
        : this(ImageBatch.Of(TensorData.Floats(images), images.shape), images.dtype == torch.ScalarType.Byte ? 255 : 1, x, y, xName, yName) { }
}
