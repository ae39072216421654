using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>What is known of a name.</summary>
/// <param name="Data">A MIME bundle with <c>text/plain</c> in it; null when nothing is known.</param>
public sealed record InspectReply(JsonObject? Data);
