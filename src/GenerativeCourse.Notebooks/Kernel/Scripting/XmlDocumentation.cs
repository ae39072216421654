using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// The documentation in the <c>.xml</c> files beside assemblies. Of each member only its place is held in memory, from the first question on; the text is
/// read when it is asked for.
/// </summary>
internal sealed class XmlDocumentation : DocumentationProvider
{
    const int LongestId = 1 << 14;
    static readonly byte[] Mark = "<member name=\""u8.ToArray();
    static readonly byte[] End = "</member>"u8.ToArray();

    // The framework's own files come with the SDK and are cut otherwise than its assemblies: one index for all of them.
    static readonly Lazy<XmlDocumentation?> Framework = new(() => FrameworkFiles() is { Length: > 0 } files ? new XmlDocumentation(files) : null);

    readonly string[] files;
    readonly Lazy<Dictionary<ulong, (int File, int Offset)>> places;

    XmlDocumentation(string[] files)
    {
        this.files = files;
        places = new(Index);
    }

    /// <summary>The provider for an assembly's file.</summary>
    public static DocumentationProvider For(string assemblyPath)
    {
        var file = Path.ChangeExtension(assemblyPath, ".xml");
        if (File.Exists(file))
            return new XmlDocumentation([file]);
        return Path.GetDirectoryName(assemblyPath) == FrameworkFolder ? new OfFramework() : Default;
    }

    /// <summary>Reads the framework's index, so that the first question need not.</summary>
    public static void WarmUp() => _ = Framework.Value?.places.Value;

    /// <summary>The <c>member</c> element of an id such as <c>T:System.String</c>; empty when there is none.</summary>
    public string Member(string id)
    {
        if (!places.Value.TryGetValue(Hash(Encoding.UTF8.GetBytes(id)), out var place))
            return "";
        try
        {
            using var stream = File.OpenRead(files[place.File]);
            stream.Position = place.Offset;
            for (var size = 1 << 12; ; size *= 4)
            {
                var bytes = new byte[size];
                var read = stream.ReadAtLeast(bytes, size, throwOnEndOfStream: false);
                if (bytes.AsSpan(0, read).IndexOf(End) is var end and >= 0)
                    return Encoding.UTF8.GetString(bytes, 0, end + End.Length);
                if (read < size)
                    return "";
                stream.Position = place.Offset;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => files[0].GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        Member(documentationMemberID);

    Dictionary<ulong, (int, int)> Index()
    {
        var found = new Dictionary<ulong, (int, int)>();
        var buffer = new byte[1 << 18];
        for (var file = 0; file < files.Length; file++)
        {
            try
            {
                Index(file, buffer, found);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A library without readable documentation is shown without.
            }
        }
        return found;
    }

    void Index(int file, byte[] buffer, Dictionary<ulong, (int, int)> found)
    {
        using var stream = File.OpenRead(files[file]);
        for (int kept = 0, start = 0, read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var text = buffer.AsSpan(0, kept + read);
            var at = 0;
            while (text[at..].IndexOf(Mark) is var next and >= 0 && text[(at + next + Mark.Length)..].IndexOf((byte)'"') is var length and >= 0)
            {
                at += next;
                found.TryAdd(Hash(text.Slice(at + Mark.Length, length)), (file, start + at));
                at += Mark.Length;
            }
            // What may be the beginning of a mark or of an id goes on in what is read next.
            at = Math.Max(at, text.Length - LongestId);
            text[at..].CopyTo(buffer);
            (kept, start) = (text.Length - at, start + at);
        }
    }

    // FNV-1a: ids are many, and no two of a machine's are likely to meet in 64 bits.
    static ulong Hash(ReadOnlySpan<byte> id)
    {
        var hash = 14695981039346656037;
        foreach (var value in id)
            hash = (hash ^ value) * 1099511628211;
        return hash;
    }

    static string FrameworkFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    // Of the reference assemblies that the SDK compiles with, which stand beside the runtime that it came with.
    static string[] FrameworkFiles()
    {
        string?[] roots = [Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", "..")), Environment.GetEnvironmentVariable("DOTNET_ROOT"), Path.GetDirectoryName(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"))];
        foreach (var root in roots.Where(root => !string.IsNullOrEmpty(root)))
        {
            var packs = Path.Combine(root!, "packs", "Microsoft.NETCore.App.Ref");
            if (!Directory.Exists(packs))
                continue;
            var pack = Directory.GetDirectories(packs, $"{Environment.Version.Major}.*").OrderByDescending(folder => folder.Length).ThenByDescending(folder => folder, StringComparer.Ordinal).FirstOrDefault();
            var folder = Path.Combine(pack ?? packs, "ref", $"net{Environment.Version.Major}.{Environment.Version.Minor}");
            if (Directory.Exists(folder))
                return Directory.GetFiles(folder, "*.xml");
        }
        return [];
    }

    sealed class OfFramework : DocumentationProvider
    {
        public override bool Equals(object? obj) => obj is OfFramework;

        public override int GetHashCode() => 1;

        protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
            Framework.Value?.Member(documentationMemberID) ?? "";
    }
}
