using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Kernel.Errors;

/// <summary>Explains a clash between a type and its namesake of an earlier cell, which .NET tells by assemblies and the compiler by files only.</summary>
/// <param name="places">The cell of each submission, by its number.</param>
internal sealed partial class RedefinedTypes(IReadOnlyList<string> places)
{
    /// <summary>What the names of cells' assemblies start with.</summary>
    public const string AssemblyPrefix = "ℛ*cell#";

    /// <summary>The name of a submission's assembly; no two are equal.</summary>
    public static string AssemblyName(int submission) => AssemblyPrefix + submission;

    /// <summary>The message with assembly names put as cells, and with what to do when it is such a clash.</summary>
    public string Explain(string message)
    {
        if (CastClash().Match(message) is { Success: true } cast)
        {
            var type = cast.Groups["type"].Value;
            var (made, now) = (Place(cast.Groups["from"].Value), Place(cast.Groups["to"].Value));
            return $"'{type[(type.LastIndexOfAny(['+', '.']) + 1)..]}' was redefined in {now}: the object was made with the definition of {made}; create the object again.";
        }
        var namesakes = Namesake().Matches(message).DistinctBy(match => match.Value).GroupBy(match => match.Groups["type"].Value).FirstOrDefault(group => group.Count() > 1);
        if (namesakes is not null)
        {
            var newest = namesakes.Select(match => match.Groups["place"].Value).MaxBy(LastSubmission);
            return $"{message}. '{namesakes.Key}' was redefined in {newest}: create the object again.";
        }
        return Submission().Replace(message, match => Place(match.Groups[1].Value));
    }

    string Place(string submission) => int.Parse(submission) is var number && number < places.Count ? places[number] : "an earlier cell";

    int LastSubmission(string place)
    {
        for (var number = places.Count - 1; number >= 0; number--)
        {
            if (places[number] == place)
                return number;
        }
        return -1;
    }

    [GeneratedRegex(@"\[A\](?<type>[^\s\[]+).*?\[B\].*?Type A originates from 'ℛ\*cell#(?<from>\d+).*?Type B originates from 'ℛ\*cell#(?<to>\d+)", RegexOptions.Singleline)]
    private static partial Regex CastClash();

    // The compiler's way to tell two types of one name apart: 'C [Cell[1](3)]'.
    [GeneratedRegex(@"'(?<type>\S+) \[(?<place>[^']+)\(\d+\)\]'")]
    private static partial Regex Namesake();

    [GeneratedRegex(@"ℛ\*cell#(\d+)(, Version=0\.0\.0\.0, Culture=neutral, PublicKeyToken=null)?")]
    private static partial Regex Submission();
}
