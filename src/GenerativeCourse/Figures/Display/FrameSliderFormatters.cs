namespace GenerativeCourse.Figures.Display;

/// <summary>How a notebook shows a <see cref="FrameSlider"/>.</summary>
sealed class FrameSliderFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<FrameSlider>("text/html", slider => slider.ToHtml()),
        new Formatter<FrameSlider>("image/png", slider => Convert.ToBase64String(slider.ToPng())),
        new Formatter<FrameSlider>("text/plain", slider => slider.ToString()),
    ];
}
