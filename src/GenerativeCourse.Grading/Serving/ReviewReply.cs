namespace GenerativeCourse.Grading.Serving;

/// <summary>What the server answers.</summary>
sealed record ReviewReply(int Status, string Type, string Body, string? Location = null, string? Cookie = null)
{
    /// <summary>What is sent instead of the body, where it is no text.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>A page.</summary>
    public static ReviewReply Page(Html page, int status = 200) => new(status, "text/html; charset=utf-8", page.Text);

    /// <summary>Another address.</summary>
    public static ReviewReply Redirect(string location) => new(303, "text/plain; charset=utf-8", "", location);

    /// <summary>No access.</summary>
    public static ReviewReply Refused(string why) => new(403, "text/plain; charset=utf-8", why);

    /// <summary>Something that cannot be done.</summary>
    public static ReviewReply Wrong(int status, string why) => new(status, "text/plain; charset=utf-8", why);
}
