namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>A peer that does not keep to the protocol: its connection is closed.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
