using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class Bridge
{
    /// <summary>One position of an index, as index.cpp reads it.</summary>
    internal struct Index
    {
        internal const long Absent = long.MinValue;
        internal long Kind, Start, Stop, Step;
        internal IntPtr Tensor;
    }

    [LibraryImport(Library)]
    internal static partial byte* bridge_index(IntPtr self, Index* indices, int count, out IntPtr result);
    [LibraryImport(Library)]
    internal static partial byte* bridge_index_put(IntPtr self, Index* indices, int count, IntPtr value);
}
