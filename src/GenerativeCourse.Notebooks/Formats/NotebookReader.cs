using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>Reads and checks one notebook file; every refusal names the line, the column and the cell.</summary>
sealed class NotebookReader(NotebookText file)
{
    public Notebook Read()
    {
        var root = file.Json() as JsonObject ?? throw file.Refuse([], "a notebook is a JSON object.");
        CheckVersion(root);
        var cells = root["cells"] switch
        {
            JsonArray array => array,
            null => throw file.Refuse([], "the notebook has no 'cells'."),
            _ => throw file.Refuse(["cells"], "'cells' must be a list."),
        };
        var reader = new CellReader(file);
        var metadata = reader.ObjectOrNew(root, "metadata", [], "the notebook");
        foreach (var transient in (string[])["orig_nbformat", "orig_nbformat_minor", "signature"])
            metadata.Remove(transient);
        root.Remove("cells");
        var nodes = cells.ToList();
        cells.Clear();
        var read = nodes.Select(reader.Read).ToList();
        CellIds.Complete(read);
        if (root["nbformat_minor"]!.GetValue<int>() < 5)
            root["nbformat_minor"] = 5;
        return new Notebook(root, read);
    }

    void CheckVersion(JsonObject root)
    {
        if (root["nbformat"] is not JsonValue value || !value.TryGetValue(out int major))
            throw file.Refuse(["nbformat"], "the field 'nbformat' is missing or no whole number: is this a notebook?");
        if (major < 4)
            throw file.Refuse(["nbformat"], $"notebook format {major} is too old; convert it with 'jupyter nbconvert --to notebook --nbformat 4'.");
        if (major > 4)
            throw file.Refuse(["nbformat"], $"notebook format {major} is newer than 4, the format that is understood here.");
        if (root["nbformat_minor"] is not JsonValue minor || !minor.TryGetValue(out int number) || number < 0)
            throw file.Refuse(["nbformat_minor"], "the field 'nbformat_minor' is missing or no whole number.");
    }
}
