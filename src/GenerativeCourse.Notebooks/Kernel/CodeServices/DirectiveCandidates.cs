using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Completions inside the quotes of <c>#r</c>, <c>#i</c> and <c>#load</c>.</summary>
internal static partial class DirectiveCandidates
{
    /// <summary>What may stand at the end of <paramref name="line"/>, and where on it the replaced word starts; null when the line is no such directive.</summary>
    public static (int Start, IEnumerable<Candidate> Candidates)? Of(string line, string folder, IEnumerable<string> libraries)
    {
        if (Directive().Match(line) is not { Success: true } directive)
            return null;
        var (kind, argument) = (directive.Groups[1].Value, directive.Groups[2]);
        if (kind == "load")
            return PathCandidates.Of(line, argument.Index, folder, [".cs", ".csx"]);
        if (Package().Match(argument.Value) is { Success: true } package)
            return kind == "i" ? (line.Length, []) : OfPackage(package, argument.Index, libraries);
        var (start, files) = kind == "i" ? PathCandidates.Of(line, argument.Index, folder, []) : PathCandidates.Of(line, argument.Index, folder, [".dll"]);
        return (start, start == argument.Index ? files.Prepend(Candidate.Word("nuget: ", -1, "keyword", "A package: #r \"nuget: Id, version\".")) : files);
    }

    static (int Start, IEnumerable<Candidate> Candidates) OfPackage(Match package, int start, IEnumerable<string> libraries)
    {
        var (id, version) = (package.Groups[1], package.Groups[2]);
        if (version.Success)
            return (start + version.Index, Versions(id.Value.Trim()));
        return (start + id.Index, libraries.Select(library => Candidate.Word(library, 0, "module", "Comes with this kernel."))
            .Concat(Restored().Select(name => Candidate.Word(name, 1, "module", "Is in this machine's package folder."))));
    }

    static IEnumerable<Candidate> Versions(string id)
    {
        var folder = Path.Combine(Packages, id.ToLowerInvariant());
        return Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).Reverse().Select((version, i) => Candidate.Word(version, i, "value"))
            : [];
    }

    // Folder names there are lower case; the id's own case stands in its manifest, and NuGet takes any.
    static IEnumerable<string> Restored() =>
        Directory.Exists(Packages) ? Directory.GetDirectories(Packages).Select(Path.GetFileName).OfType<string>().Where(name => !name.StartsWith('.')) : [];

    static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex("""^\s*#(r|i|load)\s*"([^"]*)$""")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\s*nuget:\s*([^,]*)(?:,\s*(.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Package();
}
