using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Compiles cells that are being written; what can be kept from one to the next is, and no more than that.</summary>
/// <param name="session">The cells that ran.</param>
/// <param name="libraries">Files of the packages that come with the kernel: known in a cell that asks for one before it ran.</param>
internal sealed class Sketches(ScriptSession session, IReadOnlyDictionary<string, IReadOnlyList<string>> libraries)
{
    readonly Dictionary<string, IReadOnlyList<string>> libraries = new(libraries, StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, MetadataReference> opened = [];
    CodeSketch? last;
    ScriptBasis? lastGround;

    /// <summary>Compiles as much of it as an answer about a place will need.</summary>
    public CodeSketch Of(CellText cell, int position)
    {
        var ground = Ground(cell, session.Basis);
        var tree = ScriptSession.Parse(cell.Code, "", ScriptSyntax.Options, CancellationToken.None);
        if (OrdinaryTypes.Part(tree, CancellationToken.None) is var (ordinary, script) && IsLeftOut(cell.Code, script, position))
        {
            tree = ScriptSession.Parse(ordinary, "", ScriptSyntax.OrdinaryOptions, CancellationToken.None);
            return new CodeSketch(ground, session.SketchOrdinary(tree, ground), tree);
        }
        // With the same references under it, the compiler need not bind them anew.
        var compilation = last is not null && lastGround == ground ? last.Compilation.ReplaceSyntaxTree(last.Tree, tree) : session.Sketch(tree, ground);
        lastGround = ground;
        return last = new CodeSketch(ground, compilation, tree);
    }

    // Whether the last of what stands before the cursor is not the script's.
    static bool IsLeftOut(string code, string script, int position)
    {
        for (var at = Math.Min(position, code.Length) - 1; at >= 0; at--)
        {
            if (!char.IsWhiteSpace(code[at]))
                return script[at] != code[at];
        }
        return false;
    }

    ScriptBasis Ground(CellText cell, ScriptBasis basis)
    {
        foreach (var directive in cell.Directives.Where(directive => directive.Kind == 'r'))
        {
            if (!directive.Argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) || !libraries.TryGetValue(Id(directive.Argument), out var files))
                continue;
            foreach (var file in files.Where(file => !session.IsReferenced(file) && File.Exists(file)))
            {
                if (!opened.TryGetValue(file, out var reference))
                    opened[file] = reference = AssemblyFile.Reference(file);
                basis = basis.With(reference);
            }
        }
        return basis;
    }

    static string Id(string argument) => argument["nuget:".Length..].Split(',')[0].Trim();
}
