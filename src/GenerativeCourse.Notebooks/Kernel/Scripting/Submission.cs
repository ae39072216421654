using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>A compiled cell, or part of one.</summary>
/// <param name="Compilation">What later cells build on.</param>
/// <param name="Tree">The cell's own source, without what it loads.</param>
/// <param name="Run">Runs it on the session's states and answers the trailing expression's value; null when there is nothing to run.</param>
/// <param name="Warnings">The compiler's warnings.</param>
internal sealed record Submission(CSharpCompilation Compilation, SyntaxTree Tree, Func<object?[], Task<object?>>? Run, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Whether there is a trailing expression to show; <paramref name="value"/> is what running it answered.</summary>
    public bool HasResult(object? value)
    {
        if (value is not null)
            return true;
        return ScriptSyntax.TrailingExpression(Tree) is { } expression
            && Compilation.GetSemanticModel(Tree).GetTypeInfo(expression).ConvertedType?.SpecialType != SpecialType.System_Void;
    }

    /// <summary>The method of <paramref name="assembly"/> that Roslyn made for running the submission.</summary>
    public static Func<object?[], Task<object?>> EntryPoint(CSharpCompilation compilation, Assembly assembly)
    {
        var method = compilation.GetEntryPoint(default)!;
        var type = assembly.GetType(method.ContainingType.MetadataName, throwOnError: true)!;
        return type.GetMethod(method.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }
}
