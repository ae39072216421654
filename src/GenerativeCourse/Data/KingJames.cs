namespace GenerativeCourse.Data;

/// <summary>The King James Version, 1769: 28,338 verses to train on; nine books that no other retells, 2,764 verses, to test on.</summary>
public static class KingJames
{
    /// <summary>Loads the verses, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Examples<Verse> Load()
    {
        var manifest = DatasetManifest.Of("king-james");
        return Examples<Verse>.Read("King James Version", split => [.. TextFormat.ReadTable(manifest, $"{split}.tsv.gz").Select(row => new Verse(row[0], row[1]))]);
    }
}

/// <summary>A verse.</summary>
/// <param name="Place">Book, chapter and number, such as Genesis 1:1.</param>
/// <param name="Words">What it says.</param>
public sealed record Verse(string Place, string Words);
