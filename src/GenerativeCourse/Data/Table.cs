using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Rows of measurements, with a class each where there are classes. Owns its tensors until <see cref="Dispose"/>.</summary>
public sealed class Table : IDisposable
{
    const int TestEvery = 5;

    readonly Tensor? labels;

    Table(string name, IReadOnlyList<string> columns, IReadOnlyList<string> classes, Tensor features, Tensor? labels) =>
        (Name, Columns, Classes, Features, this.labels) = (name, columns, classes, features, labels);

    /// <summary>The name for people.</summary>
    public string Name { get; }

    /// <summary>What each column holds, with its unit.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What the labels stand for; empty where there are none.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The measurements: float32, (N, D).</summary>
    public Tensor Features { get; }

    /// <summary>The class of each row: int64, (N).</summary>
    /// <exception cref="InvalidOperationException">The table has no classes.</exception>
    public Tensor Labels => labels ?? throw new InvalidOperationException($"{Name} has no labels: its rows are of no classes.");

    /// <summary>The number of rows.</summary>
    public long Count => Features.shape[0];

    /// <summary>Every fifth row to test on, the others to train on: new tables, each with tensors of its own.</summary>
    public Splits<Table> Split()
    {
        var rows = Enumerable.Range(0, (int)Count).Select(row => (long)row).ToLookup(row => row % TestEvery == TestEvery - 1);
        return new Splits<Table>(Name, Rows([.. rows[false]]), Rows([.. rows[true]]));
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Features.Dispose();
        labels?.Dispose();
    }

    /// <summary>One line: Iris: 150 rows of 4 columns, 3 classes.</summary>
    public override string ToString() => $"{Name}: {Count} rows of {Columns.Count} columns{(labels is null ? "" : $", {Classes.Count} classes")}";

    internal static Table Read(string folder, string name)
    {
        var manifest = DatasetManifest.Of(folder);
        using var stored = StoredTensor.Read(manifest, "features.gz");
        var labels = manifest.Classes.Count > 0 ? StoredTensor.ReadLabels(manifest, "labels.gz") : null;
        return new Table(name, manifest.Columns, manifest.Classes, stored.to(ScalarType.Float32).DetachFromDisposeScope(), labels);
    }

    Table Rows(long[] rows)
    {
        using var index = tensor(rows);
        return new Table(Name, Columns, Classes, Features.index_select(0, index).DetachFromDisposeScope(), labels?.index_select(0, index).DetachFromDisposeScope());
    }
}
