using GenerativeCourse.Figures.Images;
using TorchSharp;

namespace GenerativeCourse.Figures;

public sealed partial class ImageGrid
{
    /// <summary>Images in a tensor of any device; bytes reach from 0 to 255, other numbers from 0 to 1 (see <see cref="Range"/>).</summary>
    public ImageGrid(torch.Tensor images) : this(ImageBatch.Of(TensorData.Floats(images), images.shape), 0, images.dtype == torch.ScalarType.Byte ? 255 : 1) { }
}
