using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using GenerativeCourse.Figures.Display;

namespace GenerativeCourse.Tests.Figures.Controls;

/// <summary>A headless Chromium that opens a page from a file and says what a script finds there.</summary>
static partial class Browser
{
    /// <summary>Puts the script behind the body and returns what it says, line by line.</summary>
    public static string[] Run(string body, string script)
    {
        Peer.Require("chromium");
        using var folder = new TemporaryFolder();
        var page = folder.File("page.html");
        File.WriteAllText(page, PictureHtml.Page("test", $"{body}<pre id=\"said\"></pre><script>addEventListener('load', () => {{ const said = document.getElementById('said'), say = what => said.append(what + '\\n'); try {{ {script} }} catch (error) {{ say(error); }} }})</script>"));
        var start = new ProcessStartInfo("chromium",
            ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.Path}/profile", "--virtual-time-budget=5000", "--dump-dom", "file://" + page])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var chromium = Process.Start(start)!;
        var errors = chromium.StandardError.ReadToEndAsync();
        var dom = chromium.StandardOutput.ReadToEnd();
        chromium.WaitForExit();
        var said = Said().Match(dom);
        Assert.True(said.Success, dom.Length > 0 ? "the page said nothing" : errors.Result);
        return WebUtility.HtmlDecode(said.Groups[1].Value).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("""<pre id="said">([^<]*)</pre>""")]
    private static partial Regex Said();
}
