using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>Checks the cells of one notebook file and joins their text.</summary>
sealed partial class CellReader(NotebookText file)
{
    public NotebookCell Read(JsonNode? node, int index)
    {
        object[] path = ["cells", index];
        var cell = node as JsonObject ?? throw file.Refuse(path, $"cell {index + 1} must be an object.");
        var type = Text(cell, "cell_type", path, $"cell {index + 1}");
        if (type is not ("code" or "markdown" or "raw"))
            throw file.Refuse([.. path, "cell_type"], $"cell {index + 1}: 'cell_type' is '{type}'; it must be code, markdown or raw.");
        if (cell["id"] is { } id && (id.GetValueKind() != JsonValueKind.String || !CellId().IsMatch(id.GetValue<string>())))
            throw file.Refuse([.. path, "id"], $"cell {index + 1}: 'id' must be 1 to 64 letters, digits, hyphens and underscores.");
        ObjectOrNew(cell, "metadata", path, $"cell {index + 1}").Remove("trusted");
        if (!MultilineText.IsText(cell["source"]))
            throw file.Refuse([.. path, "source"], $"cell {index + 1}: 'source' must be a string or a list of strings.");
        MultilineText.Join(cell, "source");
        if (cell["attachments"] is { } attachments)
            Attachments(attachments, path, index);
        if (type == "code")
            Code(cell, path, index);
        return new NotebookCell(cell);
    }

    void Attachments(JsonNode attachments, object[] path, int index)
    {
        var named = attachments as JsonObject ?? throw file.Refuse([.. path, "attachments"], $"cell {index + 1}: 'attachments' must be an object.");
        foreach (var (name, bundle) in named)
        {
            MultilineText.JoinBundle(bundle as JsonObject
                ?? throw file.Refuse([.. path, "attachments", name], $"cell {index + 1}: the attachment '{name}' must be an object."));
        }
    }

    void Code(JsonObject cell, object[] path, int index)
    {
        if (cell["execution_count"] is { } count && !(count is JsonValue value && value.TryGetValue(out int _)))
            throw file.Refuse([.. path, "execution_count"], $"cell {index + 1}: 'execution_count' must be a whole number or null.");
        cell.TryAdd("execution_count", null);
        if (cell["outputs"] is null)
            cell["outputs"] = new JsonArray();
        var outputs = cell["outputs"] as JsonArray ?? throw file.Refuse([.. path, "outputs"], $"cell {index + 1}: 'outputs' must be a list.");
        for (var i = 0; i < outputs.Count; i++)
            Output(outputs[i], [.. path, "outputs", i], $"cell {index + 1}, output {i + 1}");
    }

    void Output(JsonNode? node, object[] path, string where)
    {
        var output = node as JsonObject ?? throw file.Refuse(path, $"{where} must be an object.");
        switch (Text(output, "output_type", path, where))
        {
            case "stream":
                Text(output, "name", path, where);
                if (!MultilineText.IsText(output["text"]))
                    throw file.Refuse([.. path, "text"], $"{where}: 'text' must be a string or a list of strings.");
                MultilineText.Join(output, "text");
                break;
            case "display_data" or "execute_result":
                MultilineText.JoinBundle(ObjectOrNew(output, "data", path, where));
                ObjectOrNew(output, "metadata", path, where);
                break;
            case "error":
                Text(output, "ename", path, where);
                Text(output, "evalue", path, where);
                if (output["traceback"] is not JsonArray lines || !MultilineText.IsText(lines))
                    throw file.Refuse([.. path, "traceback"], $"{where}: 'traceback' must be a list of strings.");
                break;
            case var other:
                throw file.Refuse([.. path, "output_type"],
                    $"{where}: 'output_type' is '{other}'; it must be stream, display_data, execute_result or error.");
        }
    }

    string Text(JsonObject owner, string key, object[] path, string where) =>
        owner[key] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw file.Refuse([.. path, key], $"{where}: '{key}' is missing or no string.");

    public JsonObject ObjectOrNew(JsonObject owner, string key, object[] path, string where)
    {
        if (owner[key] is null)
            owner[key] = new JsonObject();
        return owner[key] as JsonObject ?? throw file.Refuse([.. path, key], $"{where}: '{key}' must be an object.");
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex CellId();
}
