namespace GenerativeCourse.Data;

/// <summary>The 8x8 digits that scikit-learn ships: bytes 0 to 16, (1437, 1, 8, 8) and (360, 1, 8, 8). Alpaydin and Kaynak, 1998.</summary>
public static class Digits
{
    /// <summary>Loads them, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load() => ImageDataset.Read("digits", "8x8 digits", white: 16);
}
