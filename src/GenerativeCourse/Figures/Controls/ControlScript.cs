using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Figures.Controls;

/// <summary>Puts a control's markup and its script together.</summary>
static class ControlScript
{
    /// <summary>What a control may weigh, so that a notebook of many stays light.</summary>
    public const int Limit = 150_000;

    /// <summary>Stands for the control's class in its markup.</summary>
    public const string Class = "\u0001";

    /// <summary>
    /// Markup whose class is <see cref="Class"/>, followed by a script of this assembly in which each sign is replaced; the
    /// class follows from the contents, so that it is the same in every run. Refuses what is heavier than <see cref="Limit"/>.
    /// </summary>
    public static string Attach(string markup, string script, string advice, params (string Sign, string Value)[] signs)
    {
        var id = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markup)))[..10];
        var code = Read(script).Replace("ID", id, StringComparison.Ordinal);
        foreach (var (sign, value) in signs) code = code.Replace(sign, value, StringComparison.Ordinal);
        var html = $"{markup.Replace(Class, id, StringComparison.Ordinal)}<script>{code}</script>";
        return Encoding.UTF8.GetByteCount(html) is var size && size <= Limit
            ? html
            : throw new InvalidOperationException($"This control would weigh {size / 1000} kB, and the limit is {Limit / 1000} kB: {advice}.");
    }

    static string Read(string name)
    {
        using var stream = typeof(ControlScript).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        return "{" + string.Join('\n', lines) + "}";
    }
}
