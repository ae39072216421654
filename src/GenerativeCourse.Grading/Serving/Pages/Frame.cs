namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>What is around every page.</summary>
static class Frame
{
    static readonly (string Path, string Name)[] Parts = [("/", "Class"), ("/students", "Submissions"), ("/grade", "Grade"), ("/similar", "Similar answers")];

    /// <summary>A page with its navigation.</summary>
    public static Html Of(ReviewSession session, string token, string path, string title, Html content) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · {session.Class.Name}</title>
        <link rel="stylesheet" href="/serve.css"><script src="/serve.js" defer></script></head>
        <body><a class="skip" href="#content">Skip to the content</a>
        <header><strong>{session.Class.Name}</strong><nav aria-label="Pages">{Parts.Select(part => Html.Of($"<a href=\"{part.Path}\"{(part.Path == path ? new Html(" aria-current=\"page\"") : Html.None)}>{part.Name}</a>"))}</nav>
        <form method="post" action="/files"><input type="hidden" name="token" value="{token}"><input type="hidden" name="back" value="{path}">
        <span id="unwritten">{(session.Unwritten == 0 ? "" : session.Unwritten == 1 ? "1 change is not in the files" : $"{session.Unwritten} changes are not in the files")}</span>
        <button title="grades.csv, feedback pages and the rest, in {session.Folder}">Write files</button></form></header>
        <main id="content" tabindex="-1">{content}</main></body></html>

        """);
}
