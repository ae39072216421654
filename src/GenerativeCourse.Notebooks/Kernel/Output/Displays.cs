using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.Formatting;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Notebooks.Kernel.Output;

/// <summary>Publishes rich outputs in Jupyter's form.</summary>
internal sealed class Displays(OutputGate gate)
{
    /// <summary>Shows a value that may be updated later.</summary>
    public DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var displayed = new DisplayedValue(value, mimeTypes);
        Publish("display_data", displayed, mimeTypes);
        return displayed;
    }

    /// <summary>Shows a changed value in its old place.</summary>
    public void ShowAgain(DisplayedValue displayed, string[] mimeTypes) => Publish("update_display_data", displayed, mimeTypes);

    /// <summary>Shows data that is ready, e.g. of a cell in another language.</summary>
    public void Show(JsonObject data) => gate.Publish("display_data", new JsonObject { ["data"] = data, ["metadata"] = new JsonObject() });

    /// <summary>Shows a cell's trailing value.</summary>
    public void Result(object? value, int executionCount) => gate.Publish("execute_result", new JsonObject
    {
        ["execution_count"] = executionCount,
        ["data"] = MimeBundle.Create(value, []),
        ["metadata"] = new JsonObject(),
    });

    void Publish(string messageType, DisplayedValue displayed, string[] mimeTypes) => gate.Publish(messageType, new JsonObject
    {
        ["data"] = MimeBundle.Create(displayed.Value, mimeTypes),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = displayed.DisplayId },
    });
}
