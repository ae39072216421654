namespace GenerativeCourse.Data;

/// <summary>Wine: thirteen analyses of 178 wines of one region by three growers, (178, 13), each column in its own unit. Aeberhard and Forina, 1991.</summary>
public static class Wine
{
    /// <summary>Loads the table, after checking its sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Table Load() => Table.Read("wine", "Wine");
}
