using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>The documentation in the <c>.xml</c> file beside an assembly, read only when somebody asks for it.</summary>
internal sealed class XmlDocumentation(string file) : DocumentationProvider
{
    readonly Lazy<Dictionary<string, string>> members = new(() => Read(file));

    /// <summary>The provider for an assembly; most of the framework's have no such file.</summary>
    public static DocumentationProvider Beside(string assemblyPath) =>
        Path.ChangeExtension(assemblyPath, ".xml") is var file && File.Exists(file) ? new XmlDocumentation(file) : Default;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => file.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        members.Value.GetValueOrDefault(documentationMemberID, "");

    static Dictionary<string, string> Read(string file)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                if ((string?)member.Attribute("name") is { } name)
                    found[name] = member.ToString();
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // A library without readable documentation is shown without.
        }
        return found;
    }
}
