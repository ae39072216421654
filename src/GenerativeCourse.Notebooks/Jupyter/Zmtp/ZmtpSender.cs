using System.Net.Sockets;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>Sends to one peer without ever blocking the caller: what the system does not take at once, a thread sends as the peer reads.</summary>
internal sealed class ZmtpSender(Socket socket, Action failed) : IDisposable
{
    // What never reads again is given up at some point.
    const long MostQueued = 256 << 20;
    readonly object gate = new();
    readonly LinkedList<(byte[] Bytes, bool MayDrop)> queue = [];
    int sentOfFirst;
    long queued;
    long sent;
    bool stuck;
    bool closed;
    Thread? thread;

    /// <summary>
    /// Sends bytes after all those before them. What is above <paramref name="most"/> bytes in the queue is taken from its oldest messages that may be dropped:
    /// a peer that reads late misses the middle and not the end.
    /// </summary>
    public void Send(byte[] bytes, bool mayDrop = false, long most = MostQueued)
    {
        lock (gate)
        {
            if (closed)
                return;
            queue.AddLast((bytes, mayDrop));
            queued += bytes.Length;
            if (queue.Count == 1 && !SendWhatFits())
                Close();
            Drop(most);
            if (queued > MostQueued)
                Close();
            else if (queue.Count > 0)
                AwakeThread();
        }
    }

    /// <summary>
    /// Waits until no more than <paramref name="most"/> bytes are queued. False when the peer is gone, or has read nothing for <paramref name="patience"/>:
    /// it is not waited for any more until it reads again.
    /// </summary>
    public bool AwaitRoom(long most, TimeSpan patience)
    {
        lock (gate)
        {
            while (queued > most && !closed && !stuck)
            {
                var before = sent;
                stuck = !Monitor.Wait(gate, patience) && sent == before;
            }
            return queued <= most && !closed;
        }
    }

    public void Dispose()
    {
        lock (gate)
            Close();
    }

    void Drop(long most)
    {
        var node = queue.First?.Next; // the first may be half sent
        while (queued > most && node is not null)
        {
            var next = node.Next;
            if (node.Value.MayDrop)
            {
                queued -= node.Value.Bytes.Length;
                queue.Remove(node);
            }
            node = next;
        }
    }

    void AwakeThread()
    {
        if (thread is null && !closed)
        {
            thread = new Thread(SendQueue, 256 << 10) { IsBackground = true, Name = "zmtp sender" };
            thread.Start();
        }
        Monitor.PulseAll(gate);
    }

    void SendQueue()
    {
        try
        {
            while (true)
            {
                lock (gate)
                {
                    while (queue.Count == 0 && !closed)
                        Monitor.Wait(gate);
                    if (closed)
                        return;
                }
                socket.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectWrite);
                lock (gate)
                {
                    if (!closed && !SendWhatFits())
                        Close();
                    Monitor.PulseAll(gate);
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            Dispose();
        }
    }

    // False when the connection is broken.
    bool SendWhatFits()
    {
        try
        {
            while (queue.First is { Value.Bytes: var first })
            {
                var taken = socket.Send(first.AsSpan(sentOfFirst), SocketFlags.None, out var error);
                if (error == SocketError.WouldBlock)
                    return true;
                if (error != SocketError.Success)
                    return false;
                sentOfFirst += taken;
                sent += taken;
                queued -= taken;
                stuck = false;
                if (sentOfFirst < first.Length)
                    continue;
                queue.RemoveFirst();
                sentOfFirst = 0;
            }
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    void Close()
    {
        if (closed)
            return;
        closed = true;
        queue.Clear();
        queued = 0;
        Monitor.PulseAll(gate);
        failed();
    }
}
