namespace GenerativeCourse.Data;

/// <summary>Counts elements of shapes that a file claims, and refuses claims that no file of this course could keep.</summary>
static class ArrayShape
{
    /// <summary>The most bytes that one array may take when unpacked.</summary>
    public const long Limit = 512L << 20;

    /// <summary>Bytes of an array of this shape; refuses negative sides, overflow and anything over <see cref="Limit"/>.</summary>
    public static int Bytes(string path, IReadOnlyList<long> shape, ElementType type)
    {
        long bytes = type.Size();
        foreach (var side in shape)
        {
            if (side < 0)
                throw new DatasetException($"{path}: its header gives a side of {side}; the file is damaged.");
            // Sides are checked one by one so that a zero cannot hide a huge one, nor the product overflow.
            if (side > Limit || (bytes = side == 0 ? 0 : checked(bytes * side)) > Limit)
                throw new DatasetException($"{path}: its header promises ({Text(shape)}) {type} elements, over the limit of {Limit >> 20} MiB an array; the file is damaged or hostile.");
        }
        return (int)bytes;
    }

    /// <summary>The shape as people write it: 60000, 28, 28.</summary>
    public static string Text(IEnumerable<long> shape) => string.Join(", ", shape);
}
