using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>What a cell builds on.</summary>
/// <param name="Last">The compilation of the cell started last.</param>
/// <param name="References">Those that no cell has yet. Each compilation inherits its predecessor's: given once more, they would double with every cell.</param>
/// <param name="ReferencesMet">How many were added since the kernel's start.</param>
internal sealed record ScriptBasis(CSharpCompilation Last, ImmutableArray<MetadataReference> References, int ReferencesMet)
{
    /// <summary>The compilations of all cells, the last started first.</summary>
    public IEnumerable<CSharpCompilation> Cells
    {
        get
        {
            for (var compilation = Last; compilation is not null; compilation = compilation.ScriptCompilationInfo?.PreviousScriptCompilation)
                yield return compilation;
        }
    }

    /// <summary>With one more reference.</summary>
    public ScriptBasis With(MetadataReference reference) => new(Last, References.Add(reference), ReferencesMet + 1);
}
