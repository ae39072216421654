using System.Text;
using GenerativeCourse.Notebooks.Kernel.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>The chain of a notebook's cells: each is compiled on top of those before it and keeps its variables in a slot of its own.</summary>
internal sealed class ScriptSession
{
    const string CellApi = "Microsoft.DotNet.Interactive.Kernel";

    static readonly string[] DefaultUsings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Formatting", CellApi,
    ];

    /// <summary>How cells are emitted.</summary>
    internal static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    readonly SourceReferenceResolver sources;
    readonly List<string> usings = [.. DefaultUsings.Select(name => name == CellApi ? $"using static {name};" : $"using {name};")];
    readonly List<string> places = ["the kernel"];
    readonly HashSet<string> referenced = new(StringComparer.OrdinalIgnoreCase);
    volatile ScriptBasis basis;
    NextSubmission? next;
    object?[] states = new object?[16];

    public ScriptSession(SourceReferenceResolver sources)
    {
        this.sources = sources;
        // An empty submission under all cells: they, and the files that they load, inherit its references and usings.
        var prelude = CSharpSyntaxTree.ParseText("", ScriptSyntax.Options);
        var framework = FrameworkReferences.Create();
        referenced.UnionWith(framework.Select(reference => reference.Display!));
        CoreLibrary = framework.First(reference => reference.Display == typeof(object).Assembly.GetName().Name);
        basis = new ScriptBasis(CSharpCompilation.CreateScriptCompilation(RedefinedTypes.AssemblyName(0), prelude, framework, Options("Submission#0").WithUsings(DefaultUsings), null, typeof(object)), [], 0);
    }

    /// <summary>The reference to the library that holds <see cref="object"/>.</summary>
    public MetadataReference CoreLibrary { get; }

    /// <summary>Loads the cells' assemblies.</summary>
    public CellAssemblies Assemblies { get; } = new();

    /// <summary>What the next cell builds on; may be asked for on any thread.</summary>
    public ScriptBasis Basis => basis;

    /// <summary>The objects that hold the cells' variables, oldest first.</summary>
    public IEnumerable<object> States => states.OfType<object>();

    /// <summary>The cell of each submission, by its number.</summary>
    public IReadOnlyList<string> Places => places;

    /// <summary>Makes an assembly known to all later cells; false when one of that name is already.</summary>
    public bool AddReference(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        lock (referenced)
        {
            if (!referenced.Add(name))
                return false;
        }
        basis = basis.With(AssemblyFile.Reference(path));
        Assemblies.Add(path);
        return true;
    }

    /// <summary>Whether an assembly of that file's name is known already.</summary>
    public bool IsReferenced(string path)
    {
        lock (referenced)
            return referenced.Contains(Path.GetFileNameWithoutExtension(path));
    }

    /// <summary>Compiles a cell that nobody asked for, so that the first one asked for takes no longer than later ones.</summary>
    public void WarmUp() => CompileUnasked(Next());

    /// <summary>The same on any thread; nothing of it stays.</summary>
    public void Rehearse() => CompileUnasked(new NextSubmission(basis, places.Count, Options("Rehearsal", mayBeUnsafe: false)));

    /// <summary>Compiles a cell, on top of all that were started.</summary>
    /// <exception cref="CompilationException">The cell has errors.</exception>
    public Submission Compile(string code, string place, CancellationToken cancellation)
    {
        var tree = Parse(code, place, ScriptSyntax.Options, cancellation);
        if (OrdinaryTypes.Part(tree, cancellation) is var (ordinary, script))
        {
            CompileOrdinary(ordinary, place, cancellation);
            tree = Parse(script, place, ScriptSyntax.Options, cancellation);
        }
        var submission = Next();
        Place(submission.Number, place);
        var compilation = submission.Compilation.AddSyntaxTrees(tree);
        // What the compiler writes into an assembly that may hold unsafe code, it looks for in every reference.
        if (code.Contains("unsafe", StringComparison.Ordinal) || code.Contains("#load", StringComparison.Ordinal))
            compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        var (assembly, warnings) = Emit(compilation, cancellation);
        next = null; // Its number is taken, even if the cell is stopped before it starts.
        return new Submission(compilation, tree, assembly is null ? null : Submission.EntryPoint(compilation, assembly), warnings);
    }

    /// <summary>Code that is being written, on top of the cells that were started; nothing of it stays.</summary>
    public CSharpCompilation Sketch(SyntaxTree tree, ScriptBasis on) =>
        CSharpCompilation.CreateScriptCompilation("sketch", tree, on.References, Options("Sketch"), on.Last, typeof(object));

    /// <summary>The same for the part of a cell that becomes an assembly of its own.</summary>
    public CSharpCompilation SketchOrdinary(SyntaxTree tree, ScriptBasis on) => Ordinary("sketch", tree, on);

    /// <summary>Starts a compiled cell; from now on later cells build on it, whether it ends well or not.</summary>
    public Task<object?> Start(Submission submission)
    {
        basis = new ScriptBasis(submission.Compilation, [], basis.ReferencesMet);
        lock (usings)
            usings.AddRange(submission.Compilation.SyntaxTrees.SelectMany(tree => tree.GetCompilationUnitRoot().Usings).Select(@using => @using.ToString()));
        if (states.Length < places.Count + 2)
            Array.Resize(ref states, 2 * states.Length);
        // While this cell runs, what the next one needs is made ready.
        ThreadPool.UnsafeQueueUserWorkItem(static ready => _ = ready.Compilation, Next(), preferLocal: false);
        return submission.Run?.Invoke(states) ?? Task.FromResult<object?>(null);
    }

    NextSubmission Next()
    {
        if (next is not { } ready || ready.Basis != basis)
            next = ready = new NextSubmission(basis, places.Count, Options($"Submission#{places.Count}", mayBeUnsafe: false));
        return ready;
    }

    static void CompileUnasked(NextSubmission on)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        on.Compilation.AddSyntaxTrees(Parse("var x = 1; Console.WriteLine(x); x", "warm", ScriptSyntax.Options, CancellationToken.None)).Emit(image, symbols, options: Emission);
    }

    // A cell that does not compile leaves its number to the next one.
    void Place(int number, string place)
    {
        if (number < places.Count)
            places[number] = place;
        else
            places.Add(place);
    }

    // Becomes an assembly of its own, which this cell and all later ones reference.
    void CompileOrdinary(string code, string place, CancellationToken cancellation)
    {
        var number = places.Count;
        Place(number, place);
        var compilation = Ordinary(RedefinedTypes.AssemblyName(number), Parse(code, place, ScriptSyntax.OrdinaryOptions, cancellation), basis);
        using var image = new MemoryStream();
        Emit(compilation, cancellation, image);
        basis = basis.With(MetadataReference.CreateFromImage(image.ToArray()));
    }

    CSharpCompilation Ordinary(string name, SyntaxTree tree, ScriptBasis on)
    {
        string[] global;
        lock (usings)
            global = [.. usings.Distinct().Select(text => "global " + text)];
        var inherited = on.Cells.SelectMany(compilation => compilation.References).Concat(on.References);
        return CSharpCompilation.Create(name, [Parse(string.Join('\n', global), "usings of earlier cells", ScriptSyntax.OrdinaryOptions, CancellationToken.None), tree], inherited, Options(null));
    }

    // No assembly comes from a cell that only has usings.
    (System.Reflection.Assembly? Assembly, IReadOnlyList<Diagnostic> Warnings) Emit(CSharpCompilation compilation, CancellationToken cancellation, MemoryStream? copy = null)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: Emission, cancellationToken: cancellation);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new CompilationException(errors);
        if (copy is not null)
            image.WriteTo(copy);
        return (result.Success ? Assemblies.Load(image, symbols) : null, [.. result.Diagnostics.Where(IsTelling)]);
    }

    // Not those of references for older frameworks, whose versions differ only in number.
    static bool IsTelling(Diagnostic diagnostic) => diagnostic is { Severity: DiagnosticSeverity.Warning, IsSuppressed: false, Id: not ("CS1701" or "CS1702") };

    CSharpCompilationOptions Options(string? scriptClass, bool mayBeUnsafe = true) => new(OutputKind.DynamicallyLinkedLibrary, scriptClassName: scriptClass,
        optimizationLevel: OptimizationLevel.Release, allowUnsafe: mayBeUnsafe, concurrentBuild: false, sourceReferenceResolver: sources);

    // The encoding is asked for when debug information is emitted.
    internal static SyntaxTree Parse(string code, string place, CSharpParseOptions options, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), options, place, cancellation);
}
