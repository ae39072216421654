using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using GenerativeCourse.Notebooks.Kernel.Errors;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>Makes references of which only the metadata is held in memory, not the machine code beside it.</summary>
internal static class AssemblyFile
{
    /// <exception cref="CellError">The file is not a managed assembly.</exception>
    public static PortableExecutableReference Reference(string path)
    {
        try
        {
            var module = ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
            return Reference(module, path);
        }
        catch (BadImageFormatException)
        {
            throw new CellError($"'{path}' is not a .NET assembly; #r takes a .dll that .NET built.");
        }
    }

    /// <summary>A reference to an assembly whose file stays as it is while the process lives: of its metadata only what is looked at is in memory.</summary>
    public static unsafe PortableExecutableReference Lasting(string path, Assembly? loaded)
    {
        // What the runtime has mapped already is not held twice.
        if (loaded is not null && loaded.TryGetRawMetadata(out var blob, out var length))
            return Reference(ModuleMetadata.CreateFromMetadata((nint)blob, length), path);
        using var stream = File.OpenRead(path);
        var headers = new PEHeaders(stream);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        var view = file.CreateViewAccessor(headers.MetadataStartOffset, headers.MetadataSize, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return Reference(ModuleMetadata.CreateFromMetadata((nint)(start + view.PointerOffset), headers.MetadataSize, view.Dispose), path);
    }

    // With a file path, every cell's debug information would list every reference, read anew: a fifth of the time.
    static PortableExecutableReference Reference(ModuleMetadata module, string path) =>
        AssemblyMetadata.Create(module).GetReference(XmlDocumentation.For(path), filePath: null, display: Path.GetFileNameWithoutExtension(path));
}
