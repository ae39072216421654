using GenerativeCourse.Notebooks.Kernel.Errors;

namespace GenerativeCourse.Notebooks.Kernel.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">What NuGet takes as a version: exact, a range or floating; null for the newest.</param>
internal sealed record PackageRequest(string Id, string? Version)
{
    const string Scheme = "nuget:";

    /// <summary>Reads <c>nuget: Id[, version]</c>; null when the text names no package.</summary>
    /// <exception cref="CellError">The text starts so but holds no id.</exception>
    public static PackageRequest? Read(string argument)
    {
        if (!argument.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        // A range has commas of its own.
        var words = argument[Scheme.Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        if (words[0].Length == 0 || words[0].Any(character => !char.IsLetterOrDigit(character) && character is not ('.' or '-' or '_')))
            throw new CellError($"#r \"{argument}\" names no package; write #r \"nuget: Some.Package, 1.2.3\".");
        return new PackageRequest(words[0], words.Length > 1 && words[1].Length > 0 ? words[1] : null);
    }

    /// <summary>Whether a later restore may find another version.</summary>
    public bool IsFloating => Version is null || Version.Contains('*', StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Version is null ? Id : $"{Id}, {Version}";
}
