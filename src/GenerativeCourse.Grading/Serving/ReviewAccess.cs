using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Grading.Serving;

/// <summary>
/// Who may see the page: whoever has opened the printed address, whose token is then a cookie. Pages of other sites cannot: the Host header is checked against
/// names that they rebind to this machine, and what changes something must carry a second token that only our own pages hold.
/// </summary>
sealed class ReviewAccess(int port)
{
    readonly string token = Random(), form = Random();

    /// <summary>The page's own address, without the token.</summary>
    public string Origin => $"http://127.0.0.1:{port}";

    /// <summary>The address to open.</summary>
    public Uri Address => new($"{Origin}/?token={token}");

    /// <summary>What forms carry.</summary>
    public string FormToken => form;

    // Cookies are shared between the ports of a machine; their names are not.
    string Cookie => $"course_review_{port}";

    /// <summary>The header that gives a visitor with the token the cookie.</summary>
    public string SetCookie => $"{Cookie}={token}; Path=/; HttpOnly; SameSite=Strict";

    /// <summary>Whether the request was meant for this server, by the name that it was sent to.</summary>
    public bool IsMeant(HttpListenerRequest request) => request.Headers["Host"] == $"127.0.0.1:{port}" && IPAddress.IsLoopback(request.RemoteEndPoint.Address);

    /// <summary>Whether the address has the token.</summary>
    public bool HasToken(HttpListenerRequest request) => Equal(request.QueryString["token"], token);

    /// <summary>Whether the visitor has the cookie.</summary>
    public bool HasCookie(HttpListenerRequest request) => (request.Headers["Cookie"] ?? "").Split(';', StringSplitOptions.TrimEntries).Any(cookie => Equal(cookie, $"{Cookie}={token}"));

    /// <summary>Whether a form comes from a page of ours.</summary>
    public bool IsOurs(HttpListenerRequest request, string? given) =>
        Equal(given, form) && (request.Headers["Origin"] is not { } origin || origin == Origin) && (request.Headers["Sec-Fetch-Site"] is not { } site || site == "same-origin");

    static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    static bool Equal(string? given, string wanted) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));
}
