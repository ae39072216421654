namespace GenerativeCourse.Data;

/// <summary>An array stored as its elements alone, gzipped or plain, in row-major order and little-endian; type and shape are told by a manifest.</summary>
public static class RawFormat
{
    /// <summary>Opens a file of known type and shape.</summary>
    /// <param name="path">The file.</param>
    /// <param name="type">The element type.</param>
    /// <param name="shape">The sides.</param>
    /// <param name="sha256">The sha256 of the file as it lies on disk, checked first; null to trust the file.</param>
    /// <exception cref="DatasetException">The file is missing, altered, or too small for its shape.</exception>
    public static ArrayFile Open(string path, ElementType type, IReadOnlyList<long> shape, string? sha256 = null)
    {
        var file = PackedFile.Open(path, sha256);
        try
        {
            return new ArrayFile(file, type, shape, bigEndian: false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
