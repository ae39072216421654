using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class Bridge
{
    /// <summary>How many bytes of a message function.cpp takes, its closing zero included.</summary>
    internal const int MessageLength = 2048;

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial byte* bridge_function_wrap(string title, IntPtr state, delegate* unmanaged<IntPtr, IntPtr*, int, IntPtr*, int, byte*, int> backward,
        delegate* unmanaged<IntPtr, void> release, int materialize, IntPtr* inputs, int inputCount, IntPtr* outputs, int outputCount, IntPtr* dirty, int dirtyCount,
        IntPtr* constant, int constantCount, IntPtr* saved, int savedCount, out IntPtr made, IntPtr* wrapped);
    [LibraryImport(Library)]
    internal static partial byte* bridge_function_saved(IntPtr node, int index, out IntPtr tensor);
}
