using GenerativeCourse.Cli.Tests.Jupyter;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Grading.Serving;
using GenerativeCourse.Grading.Tests.Serving;

namespace GenerativeCourse.Cli.Tests.Accessibility;

/// <summary>The pages that a grader, a student and a reader look at, as axe sees them: contrast in light and dark, names, landmarks, headings, what keys reach.</summary>
public sealed class AccessibilityTests(Axe axe) : IClassFixture<Axe>, IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("accessibility-");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    async Task<Browser> Start()
    {
        Peer.Require("chromium");
        Peer.Require("npm");
        return await Browser.Start(Path.Combine(folder.FullName, "profile"), Cancellation);
    }

    async Task Check(Browser browser, string address, params (string Scheme, int Width)[] forms)
    {
        foreach (var (scheme, width) in forms.Length > 0 ? forms : [("light", 1280), ("dark", 800)])
        {
            await browser.Prefer(scheme, width, Cancellation);
            await browser.Open(address, Cancellation);
            await browser.Until("document.readyState === 'complete' && location.protocol !== 'about:'", Cancellation);
            var found = await axe.Violations(browser, Cancellation);
            Assert.True(found.Length == 0, $"{address}, {scheme}:\n{found}");
            Assert.True((bool)(await browser.Evaluate("document.documentElement.scrollWidth <= innerWidth", Cancellation))!, $"{address} is wider than a window of {width}");
        }
    }

    [Fact]
    public async Task Pages_of_grade_serve_and_of_a_student()
    {
        await using var browser = await Start();
        using var graded = new GradedClass();
        using var server = ReviewServer.Start(graded.Folder, 0, graded.Lecture);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        _ = server.Run(end.Token);
        await browser.Open(server.Address.AbsoluteUri, Cancellation);
        await browser.Until("document.title.startsWith('The class')", Cancellation);
        var origin = server.Address.GetLeftPart(UriPartial.Authority);
        foreach (var path in (string[])["/", "/students", "/similar", "/answer?exercise=sampler%2Fessay&student=student000", "/answer?exercise=sampler%2Fkl&student=student001", "/answer?exercise=sampler%2Fkl&student=student005&beside=student%3Astudent006", "/pair?exercise=sampler%2Fkl&first=student005&second=student006", "/nothing"])
            await Check(browser, origin + path);
        server.WriteFiles();
        foreach (var page in Directory.EnumerateFiles(Path.Combine(graded.Folder, "feedback")).Order(StringComparer.Ordinal).Take(4))
            await Check(browser, new Uri(page).AbsoluteUri);
        await end.CancelAsync();
    }

    [Theory]
    [InlineData("01-supervised-and-unsupervised.ipynb")]
    [InlineData("06-vae.ipynb")]
    public async Task An_exported_lecture(string name)
    {
        await using var browser = await Start();
        using var tool = ToolRun.Built();
        var (code, output) = tool.Run("export", CourseFolder.Find()["notebooks", name], "--out", folder.FullName);
        Assert.True(code == 0, output);
        await Check(browser, new Uri(Path.Combine(folder.FullName, Path.ChangeExtension(name, ".html"))).AbsoluteUri, ("light", 800)); // it is light always, as its figures are
    }
}
