using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Has the compiler's later phases, emission above all, compiled to machine code on another core, while the first cell is still at the earlier ones:
/// of a first cell's time most goes there.
/// </summary>
internal static class CompilerWarmUp
{
    const string Source = """
        using System; using System.Threading.Tasks;
        public class Warm
        {
            public int x = 1;
            public async Task<object> Run() { Console.WriteLine(x); return x + 1; }
        }
        """;

    /// <summary>Emits a small class against the core library alone.</summary>
    /// <param name="core">The core library, the very reference of the cells: what is read of it here, they need not read again.</param>
    public static void Run(MetadataReference core)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false);
        var compilation = CSharpCompilation.Create("warm", [ScriptSession.Parse(Source, "warm", CSharpParseOptions.Default, CancellationToken.None)], [core], options);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        compilation.Emit(image, symbols, options: ScriptSession.Emission);
    }
}
