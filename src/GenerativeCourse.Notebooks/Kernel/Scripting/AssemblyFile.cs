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
            // With a file path, every cell's debug information would list every reference, read anew: a fifth of the time.
            return AssemblyMetadata.Create(module).GetReference(XmlDocumentation.For(path), filePath: null, display: Path.GetFileNameWithoutExtension(path));
        }
        catch (BadImageFormatException)
        {
            throw new CellError($"'{path}' is not a .NET assembly; #r takes a .dll that .NET built.");
        }
    }
}
