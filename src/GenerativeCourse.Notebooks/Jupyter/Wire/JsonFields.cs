using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Jupyter.Wire;

/// <summary>Reads a message's fields; one of another type counts as absent.</summary>
internal static class JsonFields
{
    public static string Text(this JsonObject content, string name, string otherwise = "") => content.Value<string>(name) ?? otherwise;

    public static bool Flag(this JsonObject content, string name, bool otherwise) => content.Value<bool?>(name) ?? otherwise;

    public static int Number(this JsonObject content, string name, int otherwise) => content.Value<int?>(name) ?? otherwise;

    static T? Value<T>(this JsonObject content, string name) => content[name] is JsonValue value && value.TryGetValue(out T? found) ? found : default;
}
