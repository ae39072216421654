using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>Finds and reads the files of <c>#load</c>, relative to the notebook's folder or to the file that loads them.</summary>
internal sealed class LoadedSources(string folder) : SourceReferenceResolver
{
    /// <summary>The directives of all files that <paramref name="code"/> loads, and of those they load.</summary>
    public void Collect(string code, string path, ICollection<CellDirective> found)
    {
        var visited = new HashSet<string>();
        Visit(code, path);

        void Visit(string source, string from)
        {
            if (!source.Contains("#load", StringComparison.Ordinal))
                return;
            foreach (var load in CSharpSyntaxTree.ParseText(source, ScriptSyntax.Options).GetCompilationUnitRoot().GetLoadDirectives())
            {
                if (ResolveReference(load.File.ValueText, from) is not { } file || !visited.Add(file))
                    continue;
                var text = File.ReadAllText(file);
                CellDirectives.Extract(text, file, Path.GetDirectoryName(file)!, found);
                Visit(text, file);
            }
        }
    }

    public override string? NormalizePath(string path, string? baseFilePath) => Path.IsPathRooted(path) ? Path.GetFullPath(path) : path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var file = Path.GetFullPath(path, Folder(baseFilePath));
        return File.Exists(file) ? file : null;
    }

    public override Stream OpenRead(string resolvedPath) => new MemoryStream(Encoding.UTF8.GetBytes(Source(resolvedPath)));

    public override SourceText ReadText(string resolvedPath) => SourceText.From(Source(resolvedPath), Encoding.UTF8);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => folder.GetHashCode(StringComparison.Ordinal);

    static string Source(string file) => CellDirectives.Extract(File.ReadAllText(file), file, "", []);

    // A cell's path is its name, not a file's.
    string Folder(string? baseFilePath) => Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : folder;
}
