namespace GenerativeCourse.Data;

/// <summary>An array stored as its elements alone, gzipped or plain, in row-major order and little-endian; type and shape are told by a manifest.</summary>
public static class RawFormat
{
    /// <summary>Opens a file of known type and shape.</summary>
    /// <param name="path">The file.</param>
    /// <param name="type">The element type.</param>
    /// <param name="shape">The sides.</param>
    /// <param name="sha256">The sha256 of the file as it lies on disk, checked first; null to trust the file.</param>
    /// <param name="delta">Whether each byte is stored less the one before it.</param>
    /// <exception cref="DatasetException">The file is missing, altered, or too small for its shape.</exception>
    public static ArrayFile Open(string path, ElementType type, IReadOnlyList<long> shape, string? sha256 = null, bool delta = false)
    {
        var file = PackedFile.Open(path, sha256);
        try
        {
            return new ArrayFile(file, type, shape, delta ? ArrayFile.Coding.Delta : ArrayFile.Coding.LittleEndian);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
