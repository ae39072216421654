using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>A kernel in a process of its own, started as clients do: with a connection file.</summary>
public sealed class KernelProcess : IDisposable
{
    static readonly string[] Channels = ["shell", "control", "stdin", "iopub", "hb"];
    static int lastPort = Random.Shared.Next(15_000, 25_000);
    readonly TemporaryFolder folder = new();
    readonly StringBuilder errors = new();

    public KernelProcess() : this("tcp", null)
    {
    }

    public KernelProcess(string transport, IReadOnlyDictionary<string, int>? ports)
    {
        Transport = transport;
        Ports = ports ?? (transport == "tcp" ? FreePorts() : Channels.Index().ToDictionary(channel => channel.Item, channel => channel.Index + 1));
        var connection = new Dictionary<string, object>
        {
            ["transport"] = transport,
            ["ip"] = Ip,
            ["key"] = Key,
            ["signature_scheme"] = "hmac-sha256",
        };
        foreach (var (channel, port) in Ports)
            connection[$"{channel}_port"] = port;
        File.WriteAllText(ConnectionFile, JsonSerializer.Serialize(connection));
        Process = Launch();
    }

    public string Key { get; } = Guid.NewGuid().ToString();

    public Process Process { get; private set; }

    public string Transport { get; }

    public IReadOnlyDictionary<string, int> Ports { get; }

    public string ConnectionFile => folder.File("connection.json");

    /// <summary>Whether the kernel is one that somebody else started on the connection file.</summary>
    public bool IsElsewhere { get; set; }

    /// <summary>What it wrote to standard error.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString();
        }
    }

    string Ip => Transport == "tcp" ? "127.0.0.1" : folder.File("kernel");

    public EndPoint Address(string channel) => Transport == "tcp" ? new IPEndPoint(IPAddress.Loopback, Ports[channel]) : new UnixDomainSocketEndPoint($"{Ip}-{Ports[channel]}");

    /// <summary>Starts another process on the same connection file, as clients do when they restart a kernel.</summary>
    public void StartAgain()
    {
        Process.Dispose();
        Process = Launch();
    }

    /// <summary>Connects to a channel as soon as the kernel listens.</summary>
    public ZmtpPeer Connect(string channel, string type, byte[]? identity = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return ZmtpPeer.Connect(Address(channel), type, identity);
            }
            catch (SocketException) when (attempt < 600 && (IsElsewhere || !Process.HasExited))
            {
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Waits for the end of the process and of what it wrote, and answers its exit code.</summary>
    public int AwaitExit()
    {
        Assert.True(Process.WaitForExit(20_000), "the kernel still runs");
        // Its last lines may still be on the way; a child of its own may hold them open for ever.
        Process.WaitForExitAsync().Wait(TimeSpan.FromSeconds(5));
        return Process.ExitCode;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.Dispose();
        folder.Dispose();
    }

    Process Launch()
    {
        var process = new Process { StartInfo = new ProcessStartInfo(Environment.ProcessPath!, ["kernel", "start", ConnectionFile]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder.Path } };
        process.ErrorDataReceived += (_, line) => { lock (errors) errors.AppendLine(line.Data); };
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    // Below the ports that systems hand out to whoever connects, which would take one between this look and the kernel's start.
    static Dictionary<string, int> FreePorts() => Channels.ToDictionary(channel => channel, _ => FreePort());

    static int FreePort()
    {
        while (true)
        {
            try
            {
                var port = Interlocked.Increment(ref lastPort);
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
