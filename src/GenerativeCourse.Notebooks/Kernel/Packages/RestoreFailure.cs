using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Kernel.Packages;

/// <summary>Says in a line why NuGet could not restore.</summary>
internal static partial class RestoreFailure
{
    /// <summary>The line for what <c>dotnet restore</c> printed.</summary>
    public static string Explain(string text, IReadOnlyCollection<PackageRequest> requests)
    {
        var errors = Error().Matches(text).Select(match => (Code: match.Groups[1].Value, Message: match.Groups[2].Value.Trim())).Distinct().ToList();
        var wanted = string.Join(", ", requests.Select(request => request.Id));
        if (errors.Count == 0)
            return $"Restoring {wanted} failed: {Last(text)}";
        var (code, message) = errors[0];
        return code switch
        {
            "NU1101" => $"{First(message)} Check the id's spelling; a feed or folder of packages is added with #i \"nuget: url-or-path\".",
            "NU1102" or "NU1103" => $"{First(message)} Ask for a version that exists, or leave the version out.",
            "NU1107" or "NU1605" or "NU1608" => $"Versions conflict: {First(message)} Ask for one version that all can use, in one cell, before the packages are loaded.",
            "NU1301" or "NU1300" => $"The package source cannot be reached, and {wanted} was not restored here before: {First(message)}",
            "NU1202" => $"{First(message)} The package has nothing for this version of .NET.",
            _ => $"Restoring {wanted} failed: {code}: {First(message)}",
        };
    }

    static string First(string message)
    {
        var line = Project().Replace(message.Split('\n')[0], "").Trim();
        return line.EndsWith('.') ? line : line + ".";
    }

    static string Last(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "the SDK said nothing.";

    [GeneratedRegex(@"error (\w+): ([^\r\n]+)")]
    private static partial Regex Error();

    [GeneratedRegex(@"\s*\[[^\]]*\.csproj[^\]]*\]")]
    private static partial Regex Project();
}
