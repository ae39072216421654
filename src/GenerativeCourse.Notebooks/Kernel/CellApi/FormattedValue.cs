namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Text that is already of a MIME type and is shown as it is.</summary>
/// <param name="MimeType">E.g. <c>text/html</c>.</param>
/// <param name="Value">Markup, base64, JSON: what the MIME type asks.</param>
public sealed record FormattedValue(string MimeType, string Value);
