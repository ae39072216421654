using System.Net;
using System.Net.Sockets;
using System.Text;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Serving.Pages;

namespace GenerativeCourse.Grading.Serving;

/// <summary>The lecturer's page: a server that only this machine reaches, and only who has its address. What students wrote is read as text and inert Markdown, and of what their files printed and drew only text and checked pictures are shown.</summary>
public sealed class ReviewServer : IDisposable
{
    const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    const int LongestForm = 100_000;

    readonly HttpListener listener;
    readonly ReviewAccess access;
    readonly ReviewSession session;

    ReviewServer(HttpListener listener, int port, ReviewSession session) => (this.listener, access, this.session) = (listener, new ReviewAccess(port), session);

    /// <summary>The address to open, with the token that gives access.</summary>
    public Uri Address => access.Address;

    /// <summary>Grades given since the files were written last.</summary>
    public int Unwritten => session.Unwritten;

    /// <summary>Starts to listen.</summary>
    /// <param name="folder">The folder that submissions were graded into.</param>
    /// <param name="port">The port; one that is free when 0.</param>
    /// <param name="lecture">What the lecture says of an exercise, by its notebook and id; null where it is not known.</param>
    /// <param name="assignment">The assignment, where the gradebook holds several.</param>
    /// <exception cref="AssignmentException">There is no gradebook, or the port is taken.</exception>
    public static ReviewServer Start(string folder, int port, Func<string, string, LectureExercise?> lecture, string? assignment = null)
    {
        var gradebook = Gradebook.OpenGraded(Path.Combine(folder, "gradebook.db"), assignment);
        for (var tries = 0; ; tries++)
        {
            var listener = new HttpListener();
            var chosen = port == 0 ? FreePort() : port;
            listener.Prefixes.Add($"http://127.0.0.1:{chosen}/");
            try
            {
                listener.Start();
                return new ReviewServer(listener, chosen, new ReviewSession(folder, gradebook, lecture));
            }
            catch (HttpListenerException taken) when (port != 0 || tries == 9)
            {
                gradebook.Dispose();
                throw new AssignmentException($"port {chosen} cannot be used ({taken.Message}): name another with --port, or none");
            }
            catch (HttpListenerException)
            {
                // Somebody was faster: take the next.
            }
        }
    }

    /// <summary>Answers requests until it is ended.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        using var stop = cancellation.Register(listener.Stop);
        while (!cancellation.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            _ = Task.Run(() => Answer(context), CancellationToken.None);
        }
    }

    /// <summary>Writes grades.csv, feedback pages and the rest as they now are.</summary>
    public void WriteFiles() => session.WriteFiles();

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Close();
        session.Dispose();
    }

    void Answer(HttpListenerContext context)
    {
        try
        {
            var reply = Reply(context.Request);
            var response = context.Response;
            response.StatusCode = reply.Status;
            response.ContentType = reply.Type;
            response.Headers["Content-Security-Policy"] = Policy;
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["X-Frame-Options"] = "DENY";
            response.Headers["Referrer-Policy"] = "same-origin";
            response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            response.Headers["Cache-Control"] = "no-store";
            if (reply.Location is not null)
                response.Headers["Location"] = reply.Location;
            if (reply.Cookie is not null)
                response.Headers["Set-Cookie"] = reply.Cookie;
            response.ContentLength64 = reply.Body.Length;
            if (context.Request.HttpMethod != "HEAD")
                response.OutputStream.Write(reply.Body);
            response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The visitor has left.
            context.Response.Abort();
        }
    }

    ReviewReply Reply(HttpListenerRequest request)
    {
        try
        {
            if (!access.IsMeant(request))
                return ReviewReply.Refused("This page answers to its own address only.");
            if (access.HasToken(request))
                return ReviewReply.Redirect("/") with { Cookie = access.SetCookie };
            if (!access.HasCookie(request))
                return ReviewReply.Refused("Open the address that `course grade serve` has printed: it holds the token that gives access.");
            var pages = new ReviewPages(session, access.FormToken);
            if (request.HttpMethod is "GET" or "HEAD")
                return pages.Get(request.Url!.AbsolutePath, name => request.QueryString[name]);
            if (request.HttpMethod != "POST")
                return ReviewReply.Wrong(405, "This page knows GET and POST.");
            var form = Form(request);
            return access.IsOurs(request, form.GetValueOrDefault("token"))
                ? pages.Post(request.Url!.AbsolutePath, name => form.GetValueOrDefault(name), (request.Headers["Accept"] ?? "").Contains("application/json", StringComparison.Ordinal))
                : ReviewReply.Refused("The form was not sent by a page of this server, or by one that an earlier run has served: go back, reload the page and try again.");
        }
        catch (AssignmentException wrong)
        {
            return ReviewReply.Wrong(400, wrong.Message);
        }
        catch (Exception wrong) when (wrong is Microsoft.Data.Sqlite.SqliteException or IOException or UnauthorizedAccessException)
        {
            return ReviewReply.Wrong(500, $"The gradebook could not be used: {wrong.Message}");
        }
    }

    static Dictionary<string, string> Form(HttpListenerRequest request)
    {
        if (request.ContentLength64 > LongestForm)
            throw new AssignmentException("the comment is too long: 100,000 characters are read");
        var bytes = new byte[LongestForm + 1];
        var length = request.InputStream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > LongestForm)
            throw new AssignmentException("the comment is too long: 100,000 characters are read");
        var form = new Dictionary<string, string>();
        foreach (var field in Encoding.UTF8.GetString(bytes, 0, length).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            form[WebUtility.UrlDecode(equals < 0 ? field : field[..equals])] = equals < 0 ? "" : WebUtility.UrlDecode(field[(equals + 1)..]);
        }
        return form;
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
