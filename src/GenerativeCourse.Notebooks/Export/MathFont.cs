using System.Reflection;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>The font that formulas are drawn in: STIX Two Math, as WOFF2.</summary>
static class MathFont
{
    static readonly Lazy<byte[]> Read = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("stix-two-math.woff2")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes => Read.Value;
}
