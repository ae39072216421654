namespace GenerativeCourse.Data;

/// <summary>The type of one element of a stored array.</summary>
public enum ElementType
{
    /// <summary>Unsigned byte.</summary>
    UInt8,

    /// <summary>Signed byte.</summary>
    Int8,

    /// <summary>Signed 16-bit integer.</summary>
    Int16,

    /// <summary>Unsigned 16-bit integer.</summary>
    UInt16,

    /// <summary>Signed 32-bit integer.</summary>
    Int32,

    /// <summary>Unsigned 32-bit integer.</summary>
    UInt32,

    /// <summary>Signed 64-bit integer.</summary>
    Int64,

    /// <summary>32-bit float.</summary>
    Float32,

    /// <summary>64-bit float.</summary>
    Float64,
}

/// <summary>Sizes and names of element types.</summary>
public static class ElementTypes
{
    /// <summary>Bytes that one element takes.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.UInt8 or ElementType.Int8 => 1,
        ElementType.Int16 or ElementType.UInt16 => 2,
        ElementType.Int32 or ElementType.UInt32 or ElementType.Float32 => 4,
        _ => 8,
    };
}
