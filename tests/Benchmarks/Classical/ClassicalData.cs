using System.Runtime.InteropServices;
using GenerativeCourse.Data;
using GenerativeCourse.Models;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>One line of the table: what we run and what the peer runs; the peer may take its data as several types.</summary>
sealed record Comparison(string Name, Func<double> Ours, params string[] PeerTasks);

/// <summary>The arrays that both sides compute on, in files as float32.</summary>
sealed record ClassicalData(Tensor Pixels, Tensor Rows, Tensor Means, Tensor Fitted2, Tensor Asked2, Tensor Fitted8, Tensor Asked8)
{
    const int Iterations = 20;

    public static ClassicalData Write(string folder)
    {
        manual_seed(7);
        using ImageDataset mnist = Mnist.Load();
        Tensor pixels = mnist.Train.ToUnit().flatten(1);
        Tensor mixing = randn(10, 50, 50), centers = 5 * randn(10, 50);
        Tensor rows = cat([.. Enumerable.Range(0, 10).Select(k => randn(2000, 50).mm(mixing[k]) / 3 + centers[k])]);
        Tensor means = rows.index_select(0, arange(10) * 2000 + 17);
        var data = new ClassicalData(pixels, rows, means, randn(10_000, 2), randn(10_000, 2), randn(10_000, 8), randn(10_000, 8));
        (string, Tensor)[] files = [("pixels", data.Pixels), ("rows", data.Rows), ("means", data.Means), ("fitted2", data.Fitted2), ("asked2", data.Asked2), ("fitted8", data.Fitted8), ("asked8", data.Asked8)];
        foreach (var (name, tensor) in files)
            File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(tensor.contiguous().data<float>().ToArray().AsSpan()).ToArray());
        return data;
    }

    public IEnumerable<Comparison> Comparisons() =>
    [
        new("k-means, 60,000 x 784, k = 10, 20 iterations", () => KMeans(10), "kmeans 10"),
        new("k-means, 60,000 x 784, k = 100, 20 iterations", () => KMeans(100), "kmeans 100"),
        new("EM, full covariances, 20,000 x 50, k = 10", Mixture, "mixture float64", "mixture float32"),
        new("kernel density, 10,000 on 10,000, 2 columns", () => Density(Fitted2, Asked2), "density 2"),
        new("kernel density, 10,000 on 10,000, 8 columns", () => Density(Fitted8, Asked8), "density 8"),
    ];

    double KMeans(int clusters)
    {
        using Tensor start = Pixels[..clusters].clone();
        using KMeans model = new KMeans(clusters) { MaxIterations = Iterations, Tolerance = 0 }.Fit(Pixels, start);
        return model.Inertia;
    }

    double Mixture()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor weights = full([10], 0.1, dtype: ScalarType.Float64), covariances = eye(50, dtype: ScalarType.Float64).expand(10, 50, 50);
        using GaussianMixture model = new GaussianMixture(10) { MaxIterations = Iterations, Tolerance = 0 }.Fit(Rows, weights, Means, covariances);
        return model.History[^1];
    }

    static double Density(Tensor fitted, Tensor asked)
    {
        using KernelDensity model = new KernelDensity(0.3).Fit(fitted);
        return model.Score(asked);
    }
}
