using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.Scripting;

namespace GenerativeCourse.Notebooks.Kernel.Errors;

/// <summary>What a person is told of a failed cell.</summary>
/// <param name="Name">Jupyter's <c>ename</c>.</param>
/// <param name="Value">Jupyter's <c>evalue</c>: one line.</param>
/// <param name="Traceback">Everything, by lines.</param>
internal sealed record ErrorReport(string Name, string Value, IReadOnlyList<string> Traceback)
{
    const int MostCompilerErrors = 20;

    /// <summary>Jupyter's content of an <c>error</c> message.</summary>
    public JsonObject Content => new()
    {
        ["ename"] = Name,
        ["evalue"] = Value,
        ["traceback"] = new JsonArray([.. Traceback.Select(line => (JsonNode)line)]),
    };

    /// <summary>Tells of an exception that ended a cell.</summary>
    public static ErrorReport Of(Exception exception, RedefinedTypes redefined)
    {
        switch (Unwrap(exception))
        {
            case InterruptedException:
                return new ErrorReport("Interrupted", InterruptedException.Text, [$"Interrupted: {InterruptedException.Text}"]);
            case CompilationException compilation:
                return OfCompiler(compilation, redefined);
            case CellError error:
                return new ErrorReport(error.Name, error.Message, [.. $"{error.Name}: {error.Message}".Split('\n')]);
            case var thrown:
                var message = Message(thrown, redefined);
                return new ErrorReport(thrown.GetType().Name, message.Split('\n')[0].TrimEnd(), [.. Lines(thrown, redefined)]);
        }
    }

    static ErrorReport OfCompiler(CompilationException compilation, RedefinedTypes redefined)
    {
        var lines = compilation.Errors.Take(MostCompilerErrors).SelectMany(error => CompilerMessage.Lines(error, redefined)).ToList();
        if (compilation.Errors.Count > MostCompilerErrors)
            lines.Add($"... and {compilation.Errors.Count - MostCompilerErrors} more errors");
        return new ErrorReport("CompilationError", CompilerMessage.Headline(compilation.Errors[0], redefined), lines);
    }

    static IEnumerable<string> Lines(Exception exception, RedefinedTypes redefined)
    {
        var prefix = "";
        for (Exception? current = exception; current is not null; current = current.InnerException is { } inner ? Unwrap(inner) : null)
        {
            foreach (var line in $"{prefix}{current.GetType().FullName}: {Message(current, redefined)}".Split('\n'))
                yield return line.TrimEnd('\r');
            foreach (var line in CellStack.Lines(current))
                yield return line;
            prefix = "caused by ";
        }
    }

    static string Message(Exception exception, RedefinedTypes redefined) =>
        exception is InvalidCastException or TypeLoadException or MissingMemberException ? redefined.Explain(exception.Message) : exception.Message;

    // Wrappers that say nothing themselves.
    static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };
}
