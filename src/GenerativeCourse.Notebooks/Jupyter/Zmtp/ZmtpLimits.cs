namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>What one peer may ask for; beyond it the connection is closed.</summary>
/// <param name="MessageBytes">Bytes of a message, all frames together.</param>
/// <param name="Frames">Frames of a message.</param>
/// <param name="Connections">Connections to one socket at a time.</param>
/// <param name="Handshake">Time until a connection has introduced itself.</param>
internal sealed record ZmtpLimits(long MessageBytes, int Frames, int Connections, TimeSpan Handshake)
{
    /// <summary>Wide enough for every client there is.</summary>
    public static ZmtpLimits Default { get; } = new(MessageBytes: 256 << 20, Frames: 4096, Connections: 256, Handshake: TimeSpan.FromSeconds(30));
}
