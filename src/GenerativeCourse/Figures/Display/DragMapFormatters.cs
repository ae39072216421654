namespace GenerativeCourse.Figures.Display;

/// <summary>How a notebook shows a <see cref="DragMap"/>.</summary>
sealed class DragMapFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<DragMap>("text/html", map => map.ToHtml()),
        new Formatter<DragMap>("image/png", map => Convert.ToBase64String(map.ToPng())),
        new Formatter<DragMap>("text/plain", map => map.ToString()),
    ];
}
