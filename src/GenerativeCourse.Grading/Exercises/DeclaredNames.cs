using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Grading.Exercises;

/// <summary>The names that code declares and uses.</summary>
static class DeclaredNames
{
    /// <summary>The methods, types and variables that a script cell declares for later ones.</summary>
    public static IEnumerable<string> Of(string source) => Script.Parse(source).Members.SelectMany(member => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        MethodDeclarationSyntax method => [method.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => [function.Identifier.Text],
        GlobalStatementSyntax statement => statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.Text),
        _ => (IEnumerable<string>)[],
    });

    /// <summary>The identifiers in an expression that may stand for a variable, a method or a type.</summary>
    public static IEnumerable<string> UsedBy(SyntaxNode expression) =>
        expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text).Distinct();
}
