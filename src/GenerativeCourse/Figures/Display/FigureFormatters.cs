namespace GenerativeCourse.Figures.Display;

/// <summary>How a notebook shows a <see cref="Figure"/>.</summary>
sealed class FigureFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<Figure>("application/vnd.plotly.v1+json", figure => figure.ToPlotlyJson()),
        new Formatter<Figure>("text/html", figure => figure.ToHtml()),
        new Formatter<Figure>("image/png", figure => Convert.ToBase64String(figure.ToPng())),
        new Formatter<Figure>("text/plain", figure => figure.ToString()),
    ];
}
