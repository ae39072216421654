namespace GenerativeCourse.Data;

/// <summary>Old Faithful: how long 272 eruptions of a geyser lasted and how long the next was waited for, in minutes, (272, 2); no classes. Azzalini and Bowman, 1990.</summary>
public static class OldFaithful
{
    /// <summary>Loads the table, after checking its sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Table Load() => Table.Read("old-faithful", "Old Faithful");
}
