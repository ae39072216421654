using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GenerativeCourse.Data;
using GenerativeCourse.Evaluation;
using GenerativeCourse.Models;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Models;

/// <summary>The classical models agree with scikit-learn from the same start on six datasets, and the measures of clustering on random labels.</summary>
public sealed class ScikitLearnTests : IDisposable
{
    const string Read = """
        import sys, warnings, numpy as np
        warnings.filterwarnings("ignore")
        folder, columns, k, reg = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
        x = np.fromfile(folder + "/x", np.float64).reshape(-1, columns)
        start = x[:: len(x) // k][:k]
        """;

    const string Fits = Read + """

        from sklearn.cluster import KMeans
        from sklearn.mixture import GaussianMixture
        print(KMeans(k, init=start, n_init=1).fit(x).inertia_)
        spread = x.var(0) + reg
        for kind, precisions in (("full", np.stack([np.diag(1 / spread)] * k)), ("diag", np.stack([1 / spread] * k)), ("tied", np.diag(1 / spread))):
            m = GaussianMixture(k, covariance_type=kind, reg_covar=reg, max_iter=20, tol=0, weights_init=np.full(k, 1 / k), means_init=start, precisions_init=precisions).fit(x)
            print(m.score(x), m.bic(x))
        """;

    readonly string folder = Directory.CreateTempSubdirectory("course-sklearn-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, int, double> Datasets => new()
    {
        { "iris", 3, 1e-6 }, { "wine", 3, 1e-6 }, { "old faithful", 2, 1e-6 }, { "digits", 10, 1e-2 }, { "mnist", 10, 1e-6 }, { "blobs", 5, 1e-6 },
    };

    static Tensor Load(string name)
    {
        using var scope = NewDisposeScope();
        return (name switch
        {
            "iris" => Iris.Load().Features,
            "wine" => Wine.Load().Features,
            "old faithful" => OldFaithful.Load().Features,
            "digits" => Digits.Load().Train.Images.flatten(1).to(ScalarType.Float32),
            "mnist" => Mnist(),
            _ => Blobs(),
        }).clone().MoveToOuterDisposeScope();

        static Tensor Mnist()
        {
            Tensor x = GenerativeCourse.Data.Mnist.Load().Train.Take(0, 3000).ToUnit().flatten(1);
            using Pca pca = new Pca(20).Fit(x);
            return pca.Transform(x);
        }

        static Tensor Blobs()
        {
            using var generator = new Generator(5);
            return cat([.. Enumerable.Range(0, 5).Select(k => randn([200, 4], generator: generator) * (0.5 + 0.3 * k) + 6 * randn([1, 4], generator: generator))]);
        }
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Agrees_from_the_same_start(string name, int k, double regularisation)
    {
        Peer.Require("python3-sklearn");
        using var scope = NewDisposeScope();
        Tensor x = Load(name);
        string[] lines = Python(Fits, x, k, regularisation);
        Tensor start = x.index_select(0, arange(k) * (x.shape[0] / k));

        foreach (Tensor rows in (Tensor[])[x, x.to(ScalarType.Float64)])
        {
            using KMeans clusters = new KMeans(k).Fit(rows, start);
            Near(Number(lines[0]), clusters.Inertia, 1e-4);
        }
        Tensor spread = x.to(ScalarType.Float64).var(0, unbiased: false) + regularisation;
        (Covariance, Tensor)[] kinds = [(Covariance.Full, diag(spread).expand(k, -1, -1)), (Covariance.Diagonal, spread.expand(k, -1)), (Covariance.Tied, diag(spread))];
        foreach (var ((kind, covariances), line) in kinds.Zip(lines.Skip(1)))
        {
            using GaussianMixture mixture = new GaussianMixture(k, kind) { MaxIterations = 20, Tolerance = 0, Regularisation = regularisation }.Fit(x, full([k], 1.0 / k), start, covariances);
            Assert.Equal(Number(line.Split(' ')[0]), mixture.Score(x), 1e-3);
            Near(Number(line.Split(' ')[1]), mixture.Bic(x), 1e-3);
        }
    }

    [Fact]
    public void Density_and_PCA_agree()
    {
        Peer.Require("python3-sklearn");
        using var scope = NewDisposeScope();
        Tensor x = Load("wine");
        string[] lines = Python(Read + """

            from sklearn.neighbors import KernelDensity
            from sklearn.decomposition import PCA
            m = KernelDensity(bandwidth=3.0).fit(x[::2])
            print(*m.score_samples(x[1::2]))
            p = PCA(4, whiten=True).fit(x)
            print(*p.explained_variance_, p.noise_variance_)
            print(*p.transform(x)[7])
            """, x, 3, 0);
        using KernelDensity density = new KernelDensity(3).Fit(x[TensorIndex.Slice(0, null, 2)]);
        Tensor logs = density.LogProb(x[TensorIndex.Slice(1, null, 2)]);
        Assert.All(Numbers(lines[0]).Zip(logs.data<double>().ToArray()), pair => Near(pair.First, pair.Second, 1e-5));
        using Pca pca = new Pca(4, whiten: true).Fit(x);
        double[] found = [.. pca.ExplainedVariance.to(ScalarType.Float64).data<double>(), pca.NoiseVariance];
        Assert.All(Numbers(lines[1]).Zip(found), pair => Near(pair.First, pair.Second, 1e-4));
        double[] codes = pca.Transform(x)[7].to(ScalarType.Float64).data<double>().ToArray();
        Assert.All(Numbers(lines[2]).Zip(codes), pair => Assert.Equal(Math.Abs(pair.First), Math.Abs(pair.Second), 1e-3));
    }

    [Fact]
    public void Measures_of_clustering_agree()
    {
        Peer.Require("python3-sklearn");
        using var scope = NewDisposeScope();
        using var generator = new Generator(9);
        Tensor labels = randint(6, [500], dtype: ScalarType.Int64, generator: generator);
        Tensor noise = randint(9, [500], dtype: ScalarType.Int64, generator: generator), keep = rand([500], generator: generator).lt(0.7);
        Tensor clusters = labels.add(3).where(keep, noise);
        string[] lines = Python(Read + """

            from sklearn.metrics import normalized_mutual_info_score, adjusted_rand_score
            from sklearn.metrics.cluster import contingency_matrix
            from scipy.optimize import linear_sum_assignment
            a, b = x[:, 0], x[:, 1]
            c = contingency_matrix(a, b)
            print(c[linear_sum_assignment(-c)].sum() / len(a), normalized_mutual_info_score(a, b), adjusted_rand_score(a, b))
            """, stack([labels, clusters], 1), 2, 0);
        double[] theirs = Numbers(lines[0]);
        Assert.Equal(theirs[0], Clustering.Accuracy(labels, clusters), 1e-12);
        Assert.Equal(theirs[1], Clustering.Nmi(labels, clusters), 1e-12);
        Assert.Equal(theirs[2], Clustering.Ari(labels, clusters), 1e-12);
    }

    string[] Python(string script, Tensor x, int k, double regularisation)
    {
        File.WriteAllBytes(Path.Combine(folder, "x"), MemoryMarshal.AsBytes(x.to(ScalarType.Float64).contiguous().data<double>().ToArray().AsSpan()).ToArray());
        string python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        string[] arguments = ["-c", script, folder, $"{x.shape[1]}", $"{k}", regularisation.ToString("R", CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true })!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return lines;
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static double[] Numbers(string line) => Array.ConvertAll(line.Split(' '), Number);

    static void Near(double expected, double actual, double relative) => Assert.Equal(expected, actual, relative * Math.Abs(expected));
}
