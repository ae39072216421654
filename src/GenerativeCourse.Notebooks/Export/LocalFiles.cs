using System.Net;
using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>Takes pictures and sound that lie beside a notebook into its page, and names what it cannot take.</summary>
sealed partial class LocalFiles(string? folder, List<string> problems)
{
    const long Limit = 20 << 20;

    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
        [".wav"] = "audio/wav",
        [".mp3"] = "audio/mpeg",
        [".ogg"] = "audio/ogg",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
    };

    /// <summary>The HTML with what its elements point to inside of it.</summary>
    public string Embed(string html) => Source().Replace(html, match =>
    {
        var address = WebUtility.HtmlDecode(match.Groups[2].Value);
        return $"{match.Groups[1].Value}{WebUtility.HtmlEncode(Address(address))}{match.Groups[3].Value}";
    });

    string Address(string address)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return address;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile)
            return Problem(address, "lies on the network");
        var path = folder is null ? null : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(address)));
        if (path is null || !File.Exists(path))
            return Problem(address, "is not there");
        if (!Types.TryGetValue(Path.GetExtension(path), out var type))
            return Problem(address, "is neither a picture nor sound");
        return new FileInfo(path).Length > Limit
            ? Problem(address, "is larger than 20 MiB")
            : $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}";
    }

    string Problem(string address, string why)
    {
        problems.Add($"{address} {why} and is left out");
        return address;
    }

    [GeneratedRegex("""(<(?:img|audio|video|source)\b[^>]*?\ssrc=")([^"]*)(")""", RegexOptions.IgnoreCase)]
    private static partial Regex Source();
}
