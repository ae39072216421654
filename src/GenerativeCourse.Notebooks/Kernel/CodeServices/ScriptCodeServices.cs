using GenerativeCourse.Notebooks.Kernel.Formatting;
using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Answers an editor from the compiler's knowledge of the cells that ran and of the cell that is being written.</summary>
internal sealed class ScriptCodeServices(ScriptSession session, KernelOptions options) : ICodeServices
{
    // More are of no use to a person, and their documentation is read from files.
    const int MostDocumented = 40;

    readonly Lock gate = new();
    readonly Sketches sketches = new(session, options.Libraries);
    readonly ScopeCandidates scope = new(new ImportedNames());
    int warm = -1;

    /// <inheritdoc/>
    public CompleteReply Complete(string code, int cursorCodePoints)
    {
        var position = CodePoints.ToIndex(code, cursorCodePoints);
        return Answered(() =>
        {
            var (start, end, typed, candidates) = Find(code, position) ?? (position, position, "", []);
            return new CompleteReply([.. Ordered(candidates, typed).Select(Completion)], CodePoints.FromIndex(code, start), CodePoints.FromIndex(code, end));
        }, new CompleteReply([], cursorCodePoints, cursorCodePoints));
    }

    /// <inheritdoc/>
    public InspectReply Inspect(string code, int cursorCodePoints, int detailLevel)
    {
        var position = CodePoints.ToIndex(code, cursorCodePoints);
        var cell = new CellText(code);
        if (cell.LanguageAt(position) == "magic")
            return InspectMagic(cell.LineAt(position));
        if (cell.LanguageAt(position) != "csharp")
            return new InspectReply(null);
        return Answered(() =>
        {
            lock (gate)
            {
                var symbols = Inspection.At(sketches.Of(cell, position), position);
                return new InspectReply(symbols.IsEmpty ? null : InspectionPage.Of(symbols, Value(symbols[0]), detailLevel > 0));
            }
        }, new InspectReply(null));
    }

    /// <inheritdoc/>
    public IsCompleteReply IsComplete(string code) => Completeness.Of(new CellText(code));

    /// <summary>Work in short steps that the first completions would otherwise wait for: none when it was done for the references there are.</summary>
    public IEnumerable<Action> WarmUp()
    {
        var references = session.Basis.ReferencesMet;
        if (references == warm)
            yield break;
        string[] cells = ["\"\".", "var x = new System.Collections.Generic.List<int>(); x.", "Con", "Console.WriteLine(", "new System.Text.StringBuilder { "];
        foreach (var cell in cells)
            yield return () => Complete(cell, cell.Length);
        yield return XmlDocumentation.WarmUp;
        yield return () => Inspect("Console.WriteLine(1)", 9, 0);
        yield return () => Complete("Console.Wri", 11);
        warm = references;
    }

    // The compiler itself fails on some half-written code, such as a switch behind an operator.
    static T Answered<T>(Func<T> answer, T nothing)
    {
        try
        {
            return answer();
        }
        catch (Exception exception) when (exception is InsufficientExecutionStackException || exception.Source?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
        {
            return nothing;
        }
    }

    (int Start, int End, string Typed, IReadOnlyList<Candidate> Candidates)? Find(string code, int position)
    {
        var cell = new CellText(code);
        var line = cell.LineBefore(position);
        var lineStart = position - line.Length;
        var language = cell.LanguageAt(position);
        if (language == "magic" || language != "csharp" && line.StartsWith('#'))
            return Words(MagicCandidates.Of(line, session, options.WorkingDirectory));
        if (language != "csharp")
            return null;
        if (line == "#")
            return Words(MagicCandidates.Of("#!", session, options.WorkingDirectory)) is var (_, _, _, magics) ? (lineStart, position, "#", [.. magics, .. DirectiveWords]) : null;
        if (DirectiveCandidates.Of(line, options.WorkingDirectory, options.Libraries.Keys) is { } directive)
            return Words(directive);
        lock (gate)
        {
            return CompletionSite.Find(sketches.Of(cell, position), position) is { } site ? (site.Start, site.End, site.Typed, [.. Candidates(site)]) : null;
        }

        (int, int, string, IReadOnlyList<Candidate>)? Words((int Start, IEnumerable<Candidate> Candidates) found) =>
            (lineStart + found.Start, position, line[found.Start..], [.. found.Candidates]);
    }

    static IEnumerable<Candidate> DirectiveWords =>
        [Candidate.Word("#r \"nuget: ", 1, "keyword", "Adds a package."), Candidate.Word("#r \"", 1, "keyword", "Adds a library's file."), Candidate.Word("#load \"", 1, "keyword", "Runs a file of C#.")];

    IEnumerable<Candidate> Candidates(CompletionSite site)
    {
        if (MemberCandidates.AfterDot(site) is { } members)
            return IsNamespaceWanted(site) ? members.Where(member => member.Symbols.Any(symbol => symbol is INamespaceSymbol)) : members;
        return MemberCandidates.InInitializer(site) ?? EnumCandidates.Of(site).Concat(ArgumentCandidates.Of(site)).Concat(scope.Of(site));
    }

    static bool IsNamespaceWanted(CompletionSite site) =>
        site.Before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { Alias: null } directive && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);

    // Clients show the order given.
    static IEnumerable<Candidate> Ordered(IReadOnlyList<Candidate> candidates, string typed)
    {
        var fitting = candidates.Select(candidate => (candidate, Fit: CompletionMatcher.Fit(candidate.Name, typed))).Where(pair => pair.Fit is not null).ToList();
        // Humps are a way to say more with less, not a reason to hide what begins as typed.
        var worst = fitting.Any(pair => pair.Fit < 2) ? 1 : 2;
        return fitting.Where(pair => pair.Fit <= worst).OrderBy(pair => pair.Fit).ThenBy(pair => pair.candidate.Rank)
            .ThenBy(pair => pair.candidate.Name.TrimStart('@'), StringComparer.OrdinalIgnoreCase).Select(pair => pair.candidate).DistinctBy(candidate => candidate.Name);
    }

    static Completion Completion(Candidate candidate, int place) => candidate.Symbols.Count == 0
        ? new Completion(candidate.Name, candidate.Kind ?? "text", null, candidate.Help)
        : new Completion(candidate.Name, candidate.Kind ?? SymbolText.Kind(candidate.Symbols[0]), SymbolText.Signature(candidate.Symbols),
            place < MostDocumented ? candidate.Symbols.Select(Documentation.Summary).FirstOrDefault(text => text is not null) : null);

    // Only what has a line of text without asking code of the notebook's, which may be running.
    string? Value(ISymbol symbol) =>
        symbol is IFieldSymbol { ContainingType.IsScriptClass: true } && ScriptVariables.Find(session, symbol.Name) is { Value: { } value } && MimeBundle.IsScalar(value)
            ? MimeBundle.Line(value)
            : null;

    static InspectReply InspectMagic(string line)
    {
        var name = line[2..].Split((char[]?)null, 2)[0].ToLowerInvariant();
        return new InspectReply(MagicCandidates.Commands.Where(command => command.Name == name).Select(command => InspectionPage.Of("#!" + name, command.Help)).FirstOrDefault());
    }
}
