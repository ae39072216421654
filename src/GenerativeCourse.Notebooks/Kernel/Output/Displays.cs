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
    public void Show(JsonObject data) => gate.Publish("display_data", Content(data));

    /// <summary>Shows a cell's trailing value.</summary>
    public void Result(object? value, int executionCount)
    {
        var content = Content(MimeBundle.Create(value, []));
        content["execution_count"] = executionCount;
        gate.Publish("execute_result", content);
    }

    void Publish(string messageType, DisplayedValue displayed, string[] mimeTypes)
    {
        var content = Content(MimeBundle.Create(displayed.Value, mimeTypes));
        content["transient"] = new JsonObject { ["display_id"] = displayed.DisplayId };
        gate.Publish(messageType, content);
    }

    static JsonObject Content(JsonObject data) => new() { ["data"] = data, ["metadata"] = PictureMetadata.Of(data) };
}
