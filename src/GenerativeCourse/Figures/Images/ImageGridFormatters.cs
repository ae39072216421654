using GenerativeCourse.Figures.Display;

namespace GenerativeCourse.Figures.Images;

/// <summary>How a notebook shows an <see cref="ImageGrid"/>.</summary>
sealed class ImageGridFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<ImageGrid>("image/png", grid => Convert.ToBase64String(grid.ToPng())),
        new Formatter<ImageGrid>("text/html", grid => grid.ToHtml()),
        new Formatter<ImageGrid>("text/plain", grid => grid.ToString()),
    ];
}
