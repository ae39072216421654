using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.Errors;
using GenerativeCourse.Notebooks.Kernel.Languages;
using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Kernel.Magics;

/// <summary><c>#!set</c>, <c>#!share</c> and <c>#!value</c>: values move between languages as JSON; within C#, as they are.</summary>
internal static class SharingCommands
{
    public static void Set(MagicContext context, MagicArguments arguments)
    {
        var name = Identifier(arguments.Required("--name"));
        var value = arguments.Required("--value");
        if (value.StartsWith("@input", StringComparison.Ordinal) || value.StartsWith("@password", StringComparison.Ordinal))
        {
            var prompt = value.Contains(':', StringComparison.Ordinal) ? value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..] : $"{name}: ";
            var answer = CSharpKernel.Running.Ask(new InputQuestion(prompt, value.StartsWith("@password", StringComparison.Ordinal)));
            Give(context, name, answer.GetAwaiter().GetResult());
        }
        else if (value.StartsWith('@'))
        {
            var colon = value.IndexOf(':', StringComparison.Ordinal);
            Take(context, colon < 0 ? "csharp" : value[1..colon], colon < 0 ? value[1..] : value[(colon + 1)..], name);
        }
        else
        {
            Give(context, name, value);
        }
    }

    public static void Share(MagicContext context, MagicArguments arguments)
    {
        if (arguments.Rest.Count != 1)
            throw new CellError("#!share needs the variable's name: #!share --from csharp x.", "MagicError");
        Take(context, arguments.Required("--from"), arguments.Rest[0], Identifier(arguments.Option("--as") ?? arguments.Rest[0]));
    }

    /// <summary>Stores the text of a <c>#!value</c> cell, or of the file that it names.</summary>
    public static void Store(MagicContext context, CellPart.Source source)
    {
        var arguments = new MagicArguments("value", source.Arguments);
        var name = Identifier(arguments.Required("--name"));
        var text = source.Text.TrimEnd('\n');
        if (arguments.Option("--from-file") is { } file)
        {
            var path = Path.GetFullPath(file, context.WorkingDirectory);
            text = File.Exists(path) ? File.ReadAllText(path) : throw new CellError($"#!value finds no file '{path}'.", "MagicError");
        }
        context.Languages.Set("value", name, text);
        if (arguments.Option("--mime-type") is { Length: > 0 } mimeType)
            context.Displays.Show(new JsonObject { [mimeType] = text, ["text/plain"] = text });
    }

    static void Take(MagicContext context, string from, string source, string name)
    {
        var language = CellParser.LanguageName(from);
        if (language == "csharp")
        {
            var variable = ScriptVariables.Find(context.Session, source) ?? throw Missing(source, language);
            if (context.Current == "csharp")
                context.RunCSharp($"var {name} = {source};", "#!share");
            else
                context.Languages.Set(context.Current, name, Json(variable));
        }
        else if (OtherLanguages.Knows(language))
        {
            var value = context.Languages.Values(language).TryGetValue(source, out var node) ? node : throw Missing(source, language);
            if (context.Current == "csharp")
                Give(context, name, value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "");
            else
                context.Languages.Set(context.Current, name, value?.DeepClone());
        }
        else
        {
            throw new CellError($"There is no language '{from}' to take '{source}' from.", "MagicError");
        }
    }

    static void Give(MagicContext context, string name, string text)
    {
        if (context.Current == "csharp")
            context.RunCSharp($"var {name} = {SymbolDisplay.FormatLiteral(text, quote: true)};", "#!set");
        else
            context.Languages.Set(context.Current, name, text);
    }

    static JsonNode? Json(ScriptVariable variable)
    {
        try
        {
            return JsonSerializer.SerializeToNode(variable.Value, variable.Value?.GetType() ?? variable.Type);
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            throw new CellError($"'{variable.Name}' cannot be shared: a {variable.Type.Name} has no JSON ({exception.Message.Split('\n')[0]})", "MagicError");
        }
    }

    static CellError Missing(string name, string language) => new($"There is no variable '{name}' in {language}.", "MagicError");

    static string Identifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) ? name : throw new CellError($"'{name}' is not a variable's name.", "MagicError");
}
