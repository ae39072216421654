using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>The chain of a notebook's cells: each is compiled on top of those before it and keeps its variables in a slot of its own.</summary>
internal sealed class ScriptSession
{
    static readonly string[] DefaultUsings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Formatting",
    ];

    readonly CellAssemblies assemblies = new();
    readonly List<MetadataReference> references = [.. FrameworkReferences.Create()];
    CSharpCompilation? last;
    object?[] states = new object?[16];
    int count;

    /// <summary>Compiles a cell; nothing of the session changes.</summary>
    /// <exception cref="CompilationException">The cell has errors.</exception>
    public Submission Compile(string code, string path, CancellationToken cancellation)
    {
        var text = SourceText.From(code, Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(text, ScriptSyntax.Options, path, cancellation);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, scriptClassName: $"Cell#{count + 1}",
            usings: last is null ? DefaultUsings : null, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true);
        var compilation = CSharpCompilation.CreateScriptCompilation($"cell-{count + 1}", tree, references, options, last, typeof(object));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: cancellation);
        if (!result.Success)
            throw new CompilationException([.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
        image.Position = symbols.Position = 0;
        var assembly = assemblies.LoadFromStream(image, symbols);
        return new Submission(compilation, Submission.EntryPoint(compilation, assembly));
    }

    /// <summary>Starts a compiled cell; from now on later cells build on it, whether it ends well or not.</summary>
    public Task<object?> Start(Submission submission)
    {
        last = submission.Compilation;
        count++;
        if (states.Length < count + 2)
            Array.Resize(ref states, 2 * states.Length);
        return submission.Run(states);
    }
}
