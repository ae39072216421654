using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GenerativeCourse.Notebooks.Jupyter.Wire;

/// <summary>Where a client wants the kernel's five sockets, and the key that signs their messages.</summary>
internal sealed class ConnectionFile
{
    readonly JsonElement root;
    readonly string path;

    ConnectionFile(JsonElement root, string path)
    {
        (this.root, this.path) = (root, path);
        var scheme = Text("signature_scheme");
        Key = Encoding.UTF8.GetBytes(Text("key") ?? "");
        if (Key.Length > 0 && scheme is not (null or "" or "hmac-sha256"))
            throw new ConnectionFileException($"{path} asks for signatures by {scheme}; this kernel signs by hmac-sha256.");
    }

    /// <summary>The key of the signatures; empty for none.</summary>
    public byte[] Key { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="ConnectionFileException">It is not there or no connection file.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ConnectionFile(document.RootElement.Clone(), path)
                : throw new ConnectionFileException($"{path} is not a connection file: it holds no object.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ConnectionFileException($"{path} is not a connection file: {error.Message}");
        }
    }

    /// <summary>The address of a channel: <c>shell</c>, <c>control</c>, <c>stdin</c>, <c>iopub</c> or <c>hb</c>.</summary>
    /// <exception cref="ConnectionFileException">The file does not say.</exception>
    public EndPoint Address(string channel)
    {
        var ip = Text("ip") ?? "127.0.0.1";
        if (!root.TryGetProperty($"{channel}_port", out var value) || !value.TryGetInt32(out var port) || port is < 0 or > IPEndPoint.MaxPort)
            throw new ConnectionFileException($"{path} names no port for {channel}.");
        return Text("transport") switch
        {
            null or "tcp" => new IPEndPoint(Ip(ip), port),
            "ipc" => new UnixDomainSocketEndPoint(string.Create(CultureInfo.InvariantCulture, $"{ip}-{port}")),
            var other => throw new ConnectionFileException($"{path} asks for the transport {other}; this kernel has tcp and ipc."),
        };
    }

    IPAddress Ip(string text) => text switch
    {
        "*" => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(text, out var address) ? address : throw new ConnectionFileException($"{path} names {text}, which is not an address of this machine."),
    };

    string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
