using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>Parts a cell from what scripts refuse but an ordinary assembly takes: namespaces, file-local types, extension blocks.</summary>
internal static class OrdinaryTypes
{
    /// <summary>Usings and refused declarations of the cell, and the rest; null when nothing is refused. Places stay as they are.</summary>
    public static (string Ordinary, string Script)? Part(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        if (!Mentions(text))
            return null;
        var root = tree.GetCompilationUnitRoot(cancellation);
        var refused = root.Members.Where(IsRefused).ToList();
        if (refused.Count == 0)
            return null;
        // Only the types of its own file see a file-local one.
        if (refused.Any(member => member.Modifiers.Any(SyntaxKind.FileKeyword)))
            refused = [.. root.Members.Where(member => IsRefused(member) || member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)];
        var script = new StringBuilder(text);
        foreach (var member in refused)
            Blank(script, member.FullSpan.Start, member.FullSpan.End);
        var ordinary = new StringBuilder(text);
        foreach (var member in root.Members.Except(refused))
            Blank(ordinary, member.FullSpan.Start, member.FullSpan.End);
        return (ordinary.ToString(), script.ToString());
    }

    static bool Mentions(string text) =>
        text.Contains("namespace", StringComparison.Ordinal) || text.Contains("extension", StringComparison.Ordinal) || text.Contains("file ", StringComparison.Ordinal);

    static bool IsRefused(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax
        || member.Modifiers.Any(SyntaxKind.FileKeyword)
        || member is ClassDeclarationSyntax type && type.Members.Any(part => part.IsKind(SyntaxKind.ExtensionBlockDeclaration));

    static void Blank(StringBuilder text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                text[i] = ' ';
        }
    }
}
