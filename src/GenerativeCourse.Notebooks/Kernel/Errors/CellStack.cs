using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Kernel.Errors;

/// <summary>An exception's frames as a learner reads them: the cell's own first, the library's below.</summary>
internal static partial class CellStack
{
    const int MostFrames = 12;

    /// <summary>Lines of the stack; empty for an exception that was never thrown.</summary>
    public static IEnumerable<string> Lines(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsTelling).ToList();
        // What lies below the outermost cell frame is the kernel's.
        var last = frames.FindLastIndex(IsCell);
        if (last >= 0)
            frames.RemoveRange(last + 1, frames.Count - last - 1);
        var own = frames.Where(IsCell).ToList();
        var library = frames.Where(frame => !IsCell(frame)).ToList();
        foreach (var line in own.Take(MostFrames).Select(Describe))
            yield return line;
        if (own.Count > MostFrames)
            yield return $"   ... {own.Count - MostFrames} more";
        if (library.Count == 0)
            yield break;
        yield return own.Count > 0 ? "thrown by" : "in";
        foreach (var line in library.Take(MostFrames).Select(Describe))
            yield return line;
        if (library.Count > MostFrames)
            yield return $"   ... {library.Count - MostFrames} more";
    }

    static bool IsCell(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly.GetName().Name is { } name && name.StartsWith(RedefinedTypes.AssemblyPrefix, StringComparison.Ordinal);

    static bool IsTelling(StackFrame frame)
    {
        var type = frame.GetMethod()?.DeclaringType;
        return frame.HasMethod() && type?.Namespace is not ("System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices")
            && type?.FullName?.StartsWith("System.ThrowHelper", StringComparison.Ordinal) != true
            && !frame.GetMethod()!.IsDefined(typeof(StackTraceHiddenAttribute)) && type?.IsDefined(typeof(StackTraceHiddenAttribute)) != true;
    }

    static string Describe(StackFrame frame)
    {
        var method = Method(frame.GetMethod()!);
        if (frame.GetFileName() is not { } file)
            return $"   at {method}";
        // Where a library was built says nothing to who runs it.
        var place = $"{(IsCell(frame) ? file : Path.GetFileName(file))}:line {frame.GetFileLineNumber()}";
        return method.Length > 0 ? $"   at {method} in {place}" : $"   at {place}";
    }

    // Compiler-made names: <Initialize> is the cell's top level, <F>d__1 the asynchronous F, g__F|0_0 the local function F, b__0_0 a lambda.
    static string Method(MethodBase method)
    {
        var (type, name) = (method.DeclaringType, method.Name);
        if (name == "MoveNext" && type is not null && AngledName().Match(type.Name) is { Success: true } iterator)
            (name, type) = (iterator.Groups[1].Value, type.DeclaringType);
        if (LocalFunction().Match(name) is { Success: true } local)
            name = local.Groups[1].Value;
        else if (name.Contains(">b__", StringComparison.Ordinal))
            name = "lambda";
        else if (AngledName().Match(name) is { Success: true } angled)
            name = angled.Groups[1].Value;
        if (name is "<Initialize>" or "<Factory>" or "Initialize" or "Factory")
            return "";
        while (type is not null && type.Name.StartsWith('<'))
            type = type.DeclaringType;
        var owner = type?.ToString() ?? "";
        owner = SubmissionPrefix().Replace(owner, "").Replace('+', '.');
        var parameters = name == "lambda" || method.Name == "MoveNext" ? "" : string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));
        return (owner.Length > 0 ? owner + "." : "") + (name == "lambda" ? name : $"{name}({parameters})");
    }

    [GeneratedRegex(@"^<(.+)>d(__|$)")]
    private static partial Regex AngledName();

    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^Submission#\d+\+?")]
    private static partial Regex SubmissionPrefix();
}
