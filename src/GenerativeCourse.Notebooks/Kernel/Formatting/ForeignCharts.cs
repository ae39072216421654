using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Kernel.Formatting;

/// <summary>
/// Shows the charts of Plotly.NET and XPlot, known by the names of their types: both write a script with the figure's JSON, which is taken out of it,
/// so that front ends draw it themselves and nothing is fetched.
/// </summary>
internal static class ForeignCharts
{
    const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    /// <summary>The chart's MIME types but for plain text; null when the value is no such chart.</summary>
    public static JsonObject? Render(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            var markup = type.FullName switch
            {
                "XPlot.Plotly.PlotlyChart" => Invoke(type.GetMethod("GetInlineHtml", Type.EmptyTypes), value, []),
                "Plotly.NET.GenericChart" or "Plotly.NET.GenericChart+GenericChart" => Invoke(ChartWriter(type), null, [value]),
                _ => null,
            };
            if (markup is not null)
                return Data(markup);
        }
        return null;
    }

    static JsonObject Data(string markup)
    {
        var data = new JsonObject();
        if (Variable(markup, "data") is { } traces)
        {
            var figure = new JsonObject { ["data"] = traces, ["layout"] = Variable(markup, "layout") as JsonObject ?? [] };
            if (Variable(markup, "config") is JsonObject config)
                figure["config"] = config;
            data[PlotlyMimeType] = figure;
        }
        data["text/html"] = markup;
        return data;
    }

    // The chart's type has the same name as the F# module around or beside it.
    static MethodInfo? ChartWriter(Type type) =>
        new[] { type.DeclaringType, type, type.Assembly.GetType("Plotly.NET.GenericChartModule") }
            .Select(owner => owner?.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method => method.Name == "toChartHTML" && method.GetParameters().Length == 1))
            .FirstOrDefault(method => method is not null);

    static string? Invoke(MethodInfo? method, object? target, object[] arguments) => (string?)method?.Invoke(target, arguments);

    // What is assigned in "var name = ...;", when it is JSON.
    static JsonNode? Variable(string markup, string name)
    {
        var start = markup.IndexOf($"var {name} =", StringComparison.Ordinal);
        if (start < 0)
            return null;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(markup[(markup.IndexOf('=', start) + 1)..]));
            return JsonNode.Parse(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
