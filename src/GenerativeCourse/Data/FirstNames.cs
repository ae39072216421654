namespace GenerativeCourse.Data;

/// <summary>English first names: 7,580 to train on, every tenth, 842, to test on. Grady Ward, 2002.</summary>
public static class FirstNames
{
    /// <summary>Loads the names, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Examples<FirstName> Load()
    {
        var manifest = DatasetManifest.Of("first-names");
        return Examples<FirstName>.Read("First names", split => [.. TextFormat.ReadTable(manifest, $"{split}.tsv.gz").Select(row => new FirstName(row[0], row[1]))]);
    }
}

/// <summary>A first name.</summary>
/// <param name="Name">The name.</param>
/// <param name="GivenTo">Whom it is given to: female, male or either.</param>
public sealed record FirstName(string Name, string GivenTo);
