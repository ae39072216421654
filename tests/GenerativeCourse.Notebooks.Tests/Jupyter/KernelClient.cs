using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>A message as a test looks at it.</summary>
public sealed record KernelMessage(string Type, JsonObject Parent, JsonObject Content)
{
    public string Text(string name) => (string)Content[name]!;
}

/// <summary>A client of a kernel: sends requests, and gathers what is published for each until it is idle.</summary>
public sealed class KernelClient : IDisposable
{
    readonly KernelProcess kernel;
    readonly ZmtpPeer shell;
    readonly ZmtpPeer control;
    readonly ZmtpPeer stdin;
    readonly ZmtpPeer published;
    readonly string session = Guid.NewGuid().ToString("N");

    public KernelClient(KernelProcess kernel)
    {
        this.kernel = kernel;
        published = kernel.Connect("iopub", "SUB");
        published.Send([[1]]);
        var identity = Encoding.ASCII.GetBytes(session);
        shell = kernel.Connect("shell", "DEALER", identity);
        stdin = kernel.Connect("stdin", "DEALER", identity);
        control = kernel.Connect("control", "DEALER", identity);
        // Until something published comes, the subscription may not have.
        do
        {
            Ask("kernel_info_request", []);
            Thread.Sleep(20);
        }
        while (!published.HasData);
    }

    /// <summary>Sends a request and answers its id.</summary>
    public string Send(string type, JsonObject content, string channel = "shell", JsonObject? metadata = null)
    {
        var id = Guid.NewGuid().ToString("N");
        Channel(channel).Send(Frames(type, id, content, metadata));
        return id;
    }

    /// <summary>A signed message's frames.</summary>
    public byte[][] Frames(string type, string id, JsonObject content, JsonObject? metadata = null)
    {
        var header = new JsonObject { ["msg_id"] = id, ["session"] = session, ["username"] = "test", ["date"] = "2026-01-01T00:00:00Z", ["msg_type"] = type, ["version"] = "5.3" };
        byte[][] parts = [Bytes(header), Bytes([]), Bytes(metadata ?? []), Bytes(content)];
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(kernel.Key), parts.SelectMany(part => part).ToArray());
        return ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(signature)), .. parts];
    }

    /// <summary>The next message on a channel.</summary>
    public KernelMessage Receive(string channel)
    {
        var frames = Channel(channel).Receive();
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(kernel.Key), frames[(at + 2)..(at + 6)].SelectMany(part => part).ToArray());
        Assert.Equal(Convert.ToHexStringLower(signature), Encoding.ASCII.GetString(frames[at + 1]));
        return new KernelMessage((string)Parse(frames[at + 2])["msg_type"]!, Parse(frames[at + 3]), Parse(frames[at + 5]));
    }

    /// <summary>Sends a request and answers the reply to it.</summary>
    public KernelMessage Ask(string type, JsonObject content, string channel = "shell", JsonObject? metadata = null)
    {
        var id = Send(type, content, channel, metadata);
        return Reply(id, channel);
    }

    public KernelMessage Reply(string id, string channel = "shell")
    {
        var reply = Receive(channel);
        Assert.Equal(id, (string?)reply.Parent["msg_id"]);
        return reply;
    }

    /// <summary>Runs a cell; answers the reply and what was published for it, its busy and idle left out.</summary>
    public (KernelMessage Reply, List<KernelMessage> Published) Run(string code, bool stdin = false, JsonObject? options = null, JsonObject? metadata = null)
    {
        var content = options ?? [];
        content["code"] = code;
        content["allow_stdin"] = stdin;
        var id = Send("execute_request", content, metadata: metadata);
        // As clients do: the reply may wait until what is published has been read.
        var published = Published(id);
        return (Reply(id), published);
    }

    /// <summary>The text of a cell's stream.</summary>
    public string Output(string code) => string.Concat(Run(code).Published.Where(message => message.Type == "stream").Select(message => message.Text("text")));

    /// <summary>What was published for a request, between its busy and its idle.</summary>
    public List<KernelMessage> Published(string id)
    {
        var messages = new List<KernelMessage>();
        var busy = false;
        while (true)
        {
            var message = Receive("iopub");
            if ((string?)message.Parent["msg_id"] != id)
                continue;
            if (message.Type != "status")
                messages.Add(message);
            else if (message.Text("execution_state") == "busy")
                busy = true;
            else
                return busy ? messages : throw new InvalidOperationException("idle came before busy");
        }
    }

    /// <summary>Answers a question of the cell.</summary>
    public void Answer(string value) => stdin.Send(Frames("input_reply", Guid.NewGuid().ToString("N"), new JsonObject { ["value"] = value }));

    public void Dispose()
    {
        foreach (var peer in new[] { shell, control, stdin, published })
            peer.Dispose();
    }

    ZmtpPeer Channel(string name) => name switch { "shell" => shell, "control" => control, "stdin" => stdin, _ => published };

    static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    static JsonObject Parse(byte[] bytes) => JsonNode.Parse(bytes)!.AsObject();
}

/// <summary>One kernel and one client for the tests of a class, which run one after another.</summary>
public sealed class SharedKernel : IDisposable
{
    readonly KernelProcess process = new();

    public SharedKernel() => Client = new KernelClient(process);

    public KernelClient Client { get; }

    public KernelProcess Process => process;

    public void Dispose()
    {
        Client.Dispose();
        process.Dispose();
    }
}
