using System.Net;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>A REP that answers each message with itself: the heartbeat.</summary>
internal sealed class EchoSocket(EndPoint address, Action<string> log, ZmtpLimits? limits = null) : ZmtpSocket(address, log, limits)
{
    static readonly string[] Peers = ["REQ", "DEALER"];

    protected override string Type => "REP";

    protected override IReadOnlyCollection<string> PeerTypes => Peers;

    protected override void Serve(ZmtpConnection connection)
    {
        while (true)
        {
            var frames = connection.Receive();
            connection.AwaitRoom(0, Timeout.InfiniteTimeSpan);
            connection.Send(ZmtpFrames.Message([.. frames.Select(frame => (ReadOnlyMemory<byte>)frame)]));
        }
    }
}
