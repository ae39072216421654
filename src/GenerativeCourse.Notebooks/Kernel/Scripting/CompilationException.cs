using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>A cell that does not compile.</summary>
internal sealed class CompilationException(IReadOnlyList<Diagnostic> errors) : Exception(string.Join('\n', errors.Select(Describe)))
{
    static string Describe(Diagnostic error)
    {
        var place = error.Location.GetMappedLineSpan();
        return place.IsValid
            ? $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): error {error.Id}: {error.GetMessage()}"
            : $"error {error.Id}: {error.GetMessage()}";
    }
}
