using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>A cell that is being written, compiled on top of the cells that ran.</summary>
/// <param name="Basis">What it builds on.</param>
/// <param name="Compilation">Its compilation, which is never emitted.</param>
/// <param name="Tree">Its syntax; places are those of the cell.</param>
internal sealed record CodeSketch(ScriptBasis Basis, CSharpCompilation Compilation, SyntaxTree Tree)
{
    /// <summary>Answers what names mean.</summary>
    public SemanticModel Model { get; } = Compilation.GetSemanticModel(Tree);

    /// <summary>The syntax's root.</summary>
    public SyntaxNode Root { get; } = Tree.GetRoot();
}
