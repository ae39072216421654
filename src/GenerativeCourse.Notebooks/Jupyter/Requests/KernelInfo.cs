using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Wire;

namespace GenerativeCourse.Notebooks.Jupyter.Requests;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    /// <summary>The content of a <c>kernel_info_reply</c>.</summary>
    public static JsonObject Reply()
    {
        var version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = WireMessage.ProtocolVersion,
            ["implementation"] = "generative-course",
            ["implementation_version"] = version,
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#",
                ["version"] = "14.0",
                ["mimetype"] = "text/x-csharp",
                ["file_extension"] = ".cs",
                ["pygments_lexer"] = "csharp",
                ["codemirror_mode"] = "text/x-csharp",
            },
            ["banner"] = $"C# kernel {version} of the generative modelling course, {RuntimeInformation.FrameworkDescription}. #!lsmagic lists its commands.",
            ["help_links"] = new JsonArray(
                new JsonObject { ["text"] = "C# documentation", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
                new JsonObject { ["text"] = ".NET API browser", ["url"] = "https://learn.microsoft.com/dotnet/api/" }),
            ["supported_features"] = new JsonArray(),
            ["debugger"] = false,
        };
    }
}
