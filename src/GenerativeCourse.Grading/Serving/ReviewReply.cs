using System.Text;

namespace GenerativeCourse.Grading.Serving;

/// <summary>What the server answers.</summary>
sealed record ReviewReply(int Status, string Type, byte[] Body, string? Location = null, string? Cookie = null)
{
    /// <summary>A text.</summary>
    public ReviewReply(int status, string type, string text, string? location = null) : this(status, type, Encoding.UTF8.GetBytes(text), location)
    {
    }

    /// <summary>A page.</summary>
    public static ReviewReply Page(Html page, int status = 200) => new(status, "text/html; charset=utf-8", page.Text);

    /// <summary>Another address.</summary>
    public static ReviewReply Redirect(string location) => new(303, "text/plain; charset=utf-8", "", location);

    /// <summary>No access.</summary>
    public static ReviewReply Refused(string why) => new(403, "text/plain; charset=utf-8", why);

    /// <summary>Something that cannot be done.</summary>
    public static ReviewReply Wrong(int status, string why) => new(status, "text/plain; charset=utf-8", why);
}
