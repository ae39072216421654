using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>A cell that does not compile.</summary>
internal sealed class CompilationException(IReadOnlyList<Diagnostic> errors) : Exception(errors[0].GetMessage())
{
    /// <summary>The compiler's errors, in the order of the source.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; } = [.. errors.OrderBy(error => error.Location.SourceTree?.FilePath).ThenBy(error => error.Location.SourceSpan.Start)];
}
