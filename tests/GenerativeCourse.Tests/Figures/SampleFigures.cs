using GenerativeCourse.Figures;

namespace GenerativeCourse.Tests.Figures;

/// <summary>One figure of each kind, with the sizes and labels that lectures have.</summary>
static class SampleFigures
{
    static readonly double[] Steps = [.. Enumerable.Range(0, 300).Select(i => (double)i)], Axis = [.. Enumerable.Range(0, 31).Select(i => -3 + 0.2 * i)];

    public static Dictionary<string, Func<Figure>> All { get; } = new()
    {
        ["lines"] = () => new Figure("Negative ELBO while it trains", "step", "nats per image")
            .Line(Steps, Steps.Select(s => 100 + 400 * Math.Exp(-s / 40)).ToArray(), "train")
            .Line(Steps, Steps.Select(s => 104 + 400 * Math.Exp(-s / 40)).ToArray(), "test", spread: Steps.Select(_ => 5.0).ToArray())
            .HorizontalLine(103, "the number to expect"),
        ["logarithmic"] = () => new Figure("Learning rates", "learning rate", "loss").LogX().LogY()
            .Line([1e-5, 1e-4, 1e-3, 1e-2, 1e-1], [500, 200, 110, 104, 900], "Adam").Line([1e-5, 1e-3, 1e-1], [540, 210, 120], "SGD", dash: Dash.Dashed),
        ["large"] = () => new Figure("Gradient norms", "images seen", "norm").Line([0, 3e6, 9e6], [1e-9, 2e-9, 4e-9]).VerticalLine(8.8e6, "warm-up ends here"),
        ["scatter"] = () => new Figure("Latent means", "z₁", "z₂").ScatterByClass(
            Enumerable.Range(0, 200).Select(i => 3.0 * (i % 5) + Math.Sin(i)).ToArray(), Enumerable.Range(0, 200).Select(i => 2.0 * (i % 10) + Math.Cos(i)).ToArray(), Enumerable.Range(0, 200).Select(i => i % 10).ToArray()).EqualAspect(),
        ["values"] = () => new Figure("Log-likelihood of points", "x", "y").ScatterByValue([0, 1, 2, 3], [1, 3, 2, 4], [-1e4, -50, -2000, 12], "log p(x)"),
        ["histogram"] = () => new Figure("KL of each dimension", "nats", "share").Histogram(Steps.Select(s => Math.Sin(s) * 2).ToArray(), "prior", density: true)
            .Histogram(Steps.Select(s => Math.Cos(s) + 1).ToArray(), "posterior", density: true).Line(x => Math.Exp(-x * x / 2) / 2.5, -4, 4, "N(0, 1)"),
        ["bars"] = () => new Figure("Test log-likelihood by model and by the way it was binarised", y: "nats")
            .Bar(["NADE", "Variational autoencoder", "PixelCNN", "Gated PixelCNN with ten layers", "Flow"], [88.3, 84.8, 81.3, 79.1, 90], "static", [0.2, 0.3, 0.1, 0.2, 0.5], showValues: true)
            .Bar(["NADE", "Variational autoencoder", "PixelCNN", "Gated PixelCNN with ten layers", "Flow"], [87, 83, 80, 79, 89], "dynamic", showValues: true),
        ["heat map"] = () => new Figure("Energy", "x₁", "x₂").HeatMap(Bumps, Axis, Axis, label: "p(x)"),
        ["contours"] = () => new Figure("Density", "x₁", "x₂").Contour(Bumps, Axis, Axis, label: "p(x)").EqualAspect(),
        ["contour lines"] = () => new Figure("Density", "x₁", "x₂").Contour(Bumps, Axis, Axis, 5, filled: false, name: "p(x)").Note(0, 2, "two\nmodes"),
        ["confusion"] = () => new Figure("Confusion on the test set").Confusion(Matrix.Of(10, 10, (row, column) => row == column ? 950 + row : row * column % 7)),
        ["grid"] = () => Figure.Grid("Four views", 2, All!["lines"](), All["bars"](), All["histogram"](), All["contours"]()),
        ["animation"] = () => Figure.Animation("The posterior as it trains", "step", Enumerable.Range(0, 8).Select(k => ($"{50 * k}", new Figure(x: "z", y: "density").Line(x => Math.Exp(-(x - 0.2 * k) * (x - 0.2 * k)), -4, 4, "q(z|x)").Line(x => Math.Exp(-x * x / 2), -4, 4, "p(z)")))),
        ["empty"] = () => new Figure("Nothing yet", "step", "loss").Line(Array.Empty<double>(), "train"),
    };

    static Matrix Bumps => Matrix.Of(Axis, Axis, (x, y) => Math.Exp(-((x - 1) * (x - 1) + y * y)) + 0.8 * Math.Exp(-((x + 1) * (x + 1) * 2 + (y - 0.5) * (y - 0.5))));
}
