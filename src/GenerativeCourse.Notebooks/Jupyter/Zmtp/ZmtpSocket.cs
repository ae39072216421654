using System.Net;
using System.Net.Sockets;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>
/// A bound ZeroMQ socket in managed code: it accepts peers, and reads each on a thread of its own, so that nothing a cell does to the thread pool stops it.
/// </summary>
internal abstract class ZmtpSocket : IDisposable
{
    readonly Socket listener;
    readonly EndPoint address;
    readonly ZmtpLimits limits;
    readonly Action<string> log;
    readonly HashSet<ZmtpConnection> connections = [];
    bool closed;

    /// <summary>Listens at <paramref name="address"/>, on nothing else.</summary>
    /// <exception cref="SocketException">It cannot.</exception>
    protected ZmtpSocket(EndPoint address, Action<string> log, ZmtpLimits? limits)
    {
        (this.address, this.log, this.limits) = (address, log, limits ?? ZmtpLimits.Default);
        listener = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(address);
            listener.Listen(128);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>The socket's type, such as ROUTER.</summary>
    protected abstract string Type { get; }

    /// <summary>The types that it talks to.</summary>
    protected abstract IReadOnlyCollection<string> PeerTypes { get; }

    /// <summary>Where it listens, with the port that the system chose for port 0.</summary>
    public EndPoint Address => listener.LocalEndPoint!;

    /// <summary>Begins to accept peers.</summary>
    public void Start() => Run("accept", Accept);

    public void Dispose()
    {
        lock (connections)
        {
            closed = true;
            foreach (var connection in connections)
                connection.Close();
        }
        listener.Dispose();
        if (address is UnixDomainSocketEndPoint file && File.Exists(file.ToString()))
            File.Delete(file.ToString()!);
    }

    /// <summary>Waits until the peers have taken what was sent, as long as <paramref name="patience"/>.</summary>
    public void Flush(TimeSpan patience)
    {
        foreach (var connection in Connections())
            connection.AwaitRoom(0, patience);
    }

    /// <summary>A peer has introduced itself.</summary>
    protected virtual void Opened(ZmtpConnection connection)
    {
    }

    /// <summary>A peer has left.</summary>
    protected virtual void Closed(ZmtpConnection connection)
    {
    }

    /// <summary>Takes a peer's messages until it leaves.</summary>
    protected abstract void Serve(ZmtpConnection connection);

    void Accept()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = listener.Accept();
            }
            catch (SocketException) when (!closed)
            {
                Thread.Sleep(10); // e.g. no file descriptor is left
                continue;
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                return;
            }
            try
            {
                Add(new ZmtpConnection(socket, limits));
            }
            catch (SocketException)
            {
                socket.Dispose(); // It left at once.
            }
        }
    }

    void Add(ZmtpConnection connection)
    {
        bool welcome;
        lock (connections)
        {
            welcome = !closed && connections.Count < limits.Connections;
            if (welcome)
                connections.Add(connection);
        }
        if (welcome)
        {
            Run("peer", () => Meet(connection));
            return;
        }
        connection.Dispose();
        if (!closed)
            log($"a connection to {Type} {Address} was refused: there are {limits.Connections} already");
    }

    void Meet(ZmtpConnection connection)
    {
        var open = false;
        try
        {
            connection.Handshake(Type, PeerTypes);
            open = true;
            Opened(connection);
            Serve(connection);
        }
        catch (ZmtpException wrong)
        {
            log($"a connection to {Type} {Address} was closed: {wrong.Message}");
        }
        catch (Exception end) when (end is EndOfStreamException or SocketException or ObjectDisposedException)
        {
            // The peer left, or we do.
        }
        lock (connections)
            connections.Remove(connection);
        if (open)
            Closed(connection);
        connection.Dispose();
    }

    /// <summary>Those that are there now.</summary>
    protected ZmtpConnection[] Connections()
    {
        lock (connections)
            return [.. connections];
    }

    void Run(string what, Action work) => new Thread(() => work(), 256 << 10) { IsBackground = true, Name = $"{Type} {what}" }.Start();
}
