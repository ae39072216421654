using GenerativeCourse.Notebooks.Kernel.Errors;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>The next cell as far as it is known before anybody writes it: an empty submission on top of those that ran, with its references bound.</summary>
/// <param name="basis">What it builds on.</param>
/// <param name="number">Its number.</param>
/// <param name="options">How it is compiled.</param>
internal sealed class NextSubmission(ScriptBasis basis, int number, CSharpCompilationOptions options)
{
    readonly Lazy<CSharpCompilation> compilation = new(() => Make(basis, number, options));

    /// <summary>What it builds on.</summary>
    public ScriptBasis Basis => basis;

    /// <summary>Its number.</summary>
    public int Number => number;

    /// <summary>The submission; takes a while when it is asked for first.</summary>
    public CSharpCompilation Compilation => compilation.Value;

    static CSharpCompilation Make(ScriptBasis basis, int number, CSharpCompilationOptions options)
    {
        // The predecessor is given afterwards: it would be analysed once more, though its code has been emitted.
        var alone = CSharpCompilation.CreateScriptCompilation(RedefinedTypes.AssemblyName(number), null, basis.References, options, null, typeof(object));
        var made = alone.WithScriptCompilationInfo(alone.ScriptCompilationInfo!.WithPreviousScriptCompilation(basis.Last));
        _ = made.Assembly; // binds the references
        return made;
    }
}
