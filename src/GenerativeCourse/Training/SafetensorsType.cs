using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The element types that safetensors and torch share, in the order of the reference's writer: it puts the largest first, so that all lie aligned.</summary>
static class SafetensorsType
{
    static readonly (string Name, ScalarType Type, int Bytes)[] All =
    [
        ("I64", ScalarType.Int64, 8), ("F64", ScalarType.Float64, 8), ("F32", ScalarType.Float32, 4), ("I32", ScalarType.Int32, 4), ("BF16", ScalarType.BFloat16, 2),
        ("F16", ScalarType.Float16, 2), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1), ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    public static (ScalarType Type, int Bytes)? Find(string name) =>
        Array.Find(All, known => known.Name == name) is { Name: not null } found ? (found.Type, found.Bytes) : null;

    /// <summary>The name of a tensor's type, its place in the writer's order, and the bytes of an element; null where safetensors has none.</summary>
    public static (string Name, int Order, int Bytes)? Find(ScalarType type) =>
        Array.FindIndex(All, known => known.Type == type) is var place and >= 0 ? (All[place].Name, place, All[place].Bytes) : null;

    public static string Names => string.Join(", ", All.Select(known => known.Name));
}
