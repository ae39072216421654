using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Wire;
using GenerativeCourse.Notebooks.Kernel.CodeServices;

namespace GenerativeCourse.Notebooks.Jupyter.Requests;

/// <summary>Puts the kernel's code services in Jupyter's words.</summary>
internal static class CodeRequests
{
    /// <summary>The content of a <c>complete_reply</c>.</summary>
    public static JsonObject Complete(ICodeServices services, JsonObject request)
    {
        var code = request.Text("code");
        var reply = services.Complete(code, Cursor(request, code));
        var types = reply.Matches.Select(match => (JsonNode)new JsonObject
        {
            ["start"] = reply.CursorStart,
            ["end"] = reply.CursorEnd,
            ["text"] = match.Text,
            ["type"] = match.Kind,
            ["signature"] = match.Signature ?? "",
            ["documentation"] = match.Documentation,
        });
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. reply.Matches.Select(match => (JsonNode)match.Text)]),
            ["cursor_start"] = reply.CursorStart,
            ["cursor_end"] = reply.CursorEnd,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. types]) },
        };
    }

    /// <summary>The content of an <c>inspect_reply</c>.</summary>
    public static JsonObject Inspect(ICodeServices services, JsonObject request)
    {
        var code = request.Text("code");
        var data = services.Inspect(code, Cursor(request, code), request.Number("detail_level", 0)).Data;
        return new JsonObject { ["status"] = "ok", ["found"] = data is not null, ["data"] = data ?? [], ["metadata"] = new JsonObject() };
    }

    /// <summary>The content of an <c>is_complete_reply</c>.</summary>
    public static JsonObject IsComplete(ICodeServices services, JsonObject request)
    {
        var reply = services.IsComplete(request.Text("code"));
        var content = new JsonObject { ["status"] = reply.Status };
        if (reply.Status == "incomplete")
            content["indent"] = reply.Indent;
        return content;
    }

    static int Cursor(JsonObject request, string code)
    {
        var length = code.EnumerateRunes().Count();
        return Math.Clamp(request.Number("cursor_pos", length), 0, length);
    }
}
