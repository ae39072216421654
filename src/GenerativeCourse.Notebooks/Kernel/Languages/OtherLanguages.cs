using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenerativeCourse.Notebooks.Kernel.Errors;
using Markdig;

namespace GenerativeCourse.Notebooks.Kernel.Languages;

/// <summary>Cells that are shown and not compiled: HTML, JavaScript, Markdown and Mermaid, each with values that were shared with it.</summary>
internal sealed partial class OtherLanguages
{
    static readonly string[] Names = ["html", "javascript", "markdown", "mermaid", "value"];

    readonly Dictionary<string, Dictionary<string, JsonNode?>> shared = Names.ToDictionary(name => name, _ => new Dictionary<string, JsonNode?>());
    MarkdownPipeline? markdown;

    /// <summary>Whether there is such a language.</summary>
    public static bool Knows(string language) => Names.Contains(language);

    /// <summary>The values that a language was given, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Values(string language) => shared[language];

    /// <summary>Gives a language a value.</summary>
    public void Set(string language, string name, JsonNode? value) => shared[language][name] = value;

    /// <summary>The display of a cell's source; Markdown and Mermaid with HTML beside them or without.</summary>
    public JsonObject Render(string language, string text, bool html = true) => language switch
    {
        "html" => new JsonObject { ["text/html"] = text, ["text/plain"] = text },
        "javascript" => new JsonObject { ["text/html"] = Script(text), ["text/plain"] = text },
        "markdown" when html => new JsonObject { ["text/markdown"] = text, ["text/html"] = Html(text), ["text/plain"] = text },
        "markdown" => new JsonObject { ["text/markdown"] = text, ["text/plain"] = text },
        "mermaid" when html => new JsonObject { ["text/vnd.mermaid"] = text, ["text/markdown"] = Fenced(text), ["text/html"] = MermaidHtml.Of(text), ["text/plain"] = text },
        "mermaid" => new JsonObject { ["text/vnd.mermaid"] = text, ["text/markdown"] = Fenced(text), ["text/plain"] = text },
        _ => throw new CellError($"There is no language '{language}' here: csharp, html, javascript, markdown and mermaid are.", "UnknownLanguage"),
    };

    string Html(string text) => Markdown.ToHtml(text, markdown ??= new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());

    // What draws Markdown knows a diagram by its fence, which is longer than any in the text.
    static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, 1 + Backticks().Matches(text).Select(run => run.Length).DefaultIfEmpty().Max()));
        return $"{fence}mermaid\n{text}\n{fence}";
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    // In a function of its own, which may await, so that two cells can declare the same name.
    string Script(string text)
    {
        var values = string.Concat(shared["javascript"].Select(value => $"const {value.Key} = {value.Value?.ToJsonString() ?? "null"};\n"));
        return $"<script type=\"text/javascript\">\n(async () => {{\n{values.Replace("</", "<\\/", StringComparison.Ordinal)}{text}\n}})();\n</script>";
    }
}
