using GenerativeCourse.Grading.Formats;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Grading.Exercises;

/// <summary>
/// Takes a test cell apart into its variables and its calls of <c>Check</c>. Nothing else may stand in one, because a grader never runs the cell:
/// it evaluates what is asked where the answer is, and judges elsewhere.
/// </summary>
/// <param name="answers">The names that answers declare, this exercise's and others'.</param>
sealed class TestCellReader(IReadOnlySet<string> answers)
{
    static readonly string[] Kinds = ["Equal", "Close", "Shape", "Throws", "Mean", "Moments", "Frequencies"];

    readonly Dictionary<string, TestInput> inputs = [];
    readonly List<CheckCall> checks = [];
    readonly List<(int Line, string Text)> problems = [];
    IReadOnlySet<int> hidden = new HashSet<int>();

    /// <summary>What is wrong with the cell, by lines from 1.</summary>
    public IReadOnlyList<(int Line, string Text)> Problems => problems;

    /// <summary>Reads a cell.</summary>
    /// <exception cref="FormatException">Its marks do not match.</exception>
    public TestCell Read(string gradeId, string cellId, double points, bool partial, string source)
    {
        hidden = MarkedRegion.HiddenTests.Lines(source);
        var unit = Script.Parse(source);
        foreach (var mistake in unit.GetDiagnostics().Where(mistake => mistake.Severity == DiagnosticSeverity.Error))
            problems.Add((mistake.Location.GetLineSpan().StartLinePosition.Line + 1, mistake.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var refused in unit.Usings.Cast<SyntaxNode>().Concat(unit.Externs).Concat(unit.AttributeLists))
            Refuse(refused);
        foreach (var member in unit.Members)
            Member(member);
        return new TestCell(gradeId, cellId, points, partial, source, [.. inputs.Values], checks);
    }

    void Member(MemberDeclarationSyntax member)
    {
        if (member is FieldDeclarationSyntax { Modifiers.Count: 0, AttributeLists.Count: 0 } field)
            foreach (var variable in field.Declaration.Variables)
                Input(field.Declaration.Type, variable);
        else if (member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } } && Kind(call) is { } kind)
            Check(call, kind);
        else
            Refuse(member);
    }

    void Refuse(SyntaxNode node)
    {
        var text = Script.Text(node).ReplaceLineEndings(" ");
        problems.Add((Script.Line(node), $"a test cell holds variables and calls of Check ({string.Join(", ", Kinds)}) only, not: {(text.Length > 60 ? text[..59] + "…" : text)}"));
    }

    bool IsHidden(SyntaxNode node) => hidden.Contains(Script.Line(node) - 1);

    void Input(TypeSyntax type, VariableDeclaratorSyntax variable)
    {
        var (name, value) = (variable.Identifier.Text, variable.Initializer?.Value);
        if (value is null)
            problems.Add((Script.Line(variable), $"{name} is given no value"));
        else if (Impurity(value) is { } impurity)
            problems.Add((Script.Line(variable), $"{name} is set by {impurity}; an input is a plain expression"));
        else if (inputs.ContainsKey(name))
            problems.Add((Script.Line(variable), $"{name} is declared twice"));
        else
        {
            var (uses, asked) = Uses(value);
            if (IsHidden(variable) == false && uses.Any(used => inputs[used].IsHidden))
                problems.Add((Script.Line(variable), $"{name} is visible and uses a hidden variable"));
            inputs[name] = new TestInput(name, $"{Script.Text(type)} {Script.Text(variable)};", Script.Text(type), Script.Text(value), IsHidden(variable), asked, uses);
        }
    }

    void Check(InvocationExpressionSyntax call, string kind)
    {
        var line = Script.Line(call);
        var arguments = call.ArgumentList.Arguments;
        if (arguments.FirstOrDefault()?.Expression is not ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0, ExpressionBody: { } asked, AsyncKeyword.RawKind: 0 })
        {
            problems.Add((line, $"the first argument of Check.{kind} is what is asked: () => expression"));
            return;
        }
        if (Impurity(asked) is { } impurity)
            problems.Add((line, $"what is asked holds {impurity}; write a plain expression"));
        var hint = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == "hint")?.Expression is LiteralExpressionSyntax { Token.Value: string text } ? text : "";
        if (string.IsNullOrWhiteSpace(hint))
            problems.Add((line, $"Check.{kind} has no hint: \"...\", which is all that a learner hears of a hidden test"));
        var (uses, isAsked) = Uses(asked);
        if (!isAsked)
            problems.Add((line, $"Check.{kind} asks {Script.Text(asked)}, which uses nothing of an answer"));
        if (asked is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } && IsComparison(asked))
            problems.Add((line, $"Check.{kind} asks for a truth, which a guess meets every other time: ask for the value and expect it"));
        checks.Add(new CheckCall(kind, Script.Text(asked), hint, IsHidden(call), line, uses));
    }

    // Every variable that an expression is made from, those of the variables included; and whether an answer is among it.
    (IReadOnlyList<string> Uses, bool IsAsked) Uses(SyntaxNode expression)
    {
        var names = DeclaredNames.UsedBy(expression).ToHashSet();
        var direct = inputs.Values.Where(input => names.Contains(input.Name)).ToList();
        var all = direct.SelectMany(input => input.Uses).Concat(direct.Select(input => input.Name)).ToHashSet();
        return ([.. inputs.Keys.Where(all.Contains)], names.Any(name => answers.Contains(name) && !inputs.ContainsKey(name)) || direct.Any(input => input.IsAsked));
    }

    static string? Kind(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Check" }, Name: var name } && Kinds.Contains(name.Identifier.Text)
            ? name.Identifier.Text
            : null;

    static bool IsComparison(ExpressionSyntax asked) => asked.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression
        or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
        or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.LogicalNotExpression;

    static string? Impurity(SyntaxNode expression) => expression.DescendantNodesAndSelf().Select(node => node switch
    {
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } => "an assignment",
        AwaitExpressionSyntax => "await",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression
        } => "++ or --",
        DeclarationExpressionSyntax => "an out variable",
        AnonymousFunctionExpressionSyntax { Body: BlockSyntax } => "a lambda with statements",
        _ => null,
    }).FirstOrDefault(found => found is not null);
}
