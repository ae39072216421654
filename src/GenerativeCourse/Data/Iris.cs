namespace GenerativeCourse.Data;

/// <summary>Iris: four lengths in centimetres of 150 flowers of three species, (150, 4). Fisher, 1936.</summary>
public static class Iris
{
    /// <summary>Loads the table, after checking its sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Table Load() => Table.Read("iris", "Iris");
}
