namespace GenerativeCourse.Data;

/// <summary>Drawings of 20 things from Quick, Draw!: bytes, ink 255 on paper 0, (1600, 1, 28, 28) and (400, 1, 28, 28). Google, Inc.</summary>
public static class QuickDraw
{
    /// <summary>Loads them, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load() => ImageDataset.Read("quickdraw", "QuickDraw");
}
