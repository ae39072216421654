using System.Diagnostics;
using System.Net;
using GenerativeCourse.Cli.Tests.Jupyter;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Tests;
using GenerativeCourse.Grading.Tests.Serving;

namespace GenerativeCourse.Cli.Tests.Assignments;

/// <summary>The lecturer's page as a lecturer uses it: the command, and a browser at the address that it prints.</summary>
public sealed class ServeCommandTests : IDisposable
{
    readonly ToolRun tool = new();
    readonly GradedClass graded = new();

    public void Dispose()
    {
        tool.Dispose();
        graded.Dispose();
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lecturer_grades_an_essay_and_sees_the_class_and_a_hostile_student_does_nothing()
    {
        Peer.Require("chromium");
        SampleAssignment.Create().Write(tool["sampler.ipynb"]);
        var serve = Serve("--out", graded.Folder, "--lectures", tool["sampler.ipynb"]);
        var address = (await serve.StandardOutput.ReadLineAsync(Cancellation))!["open ".Length..];
        var origin = new Uri(address).GetLeftPart(UriPartial.Authority);
        await using (var browser = await Browser.Start(tool["profile"], Cancellation))
        {
            async Task Open(string path, string until)
            {
                await browser.Open(origin + path, Cancellation);
                await browser.Until($"document.readyState == 'complete' && ({until})", Cancellation);
            }
            await Open("/", "document.body.innerText.includes('it holds the token')");
            await Open(address[origin.Length..], "document.title.startsWith('The class')");
            Assert.Equal("", (string?)await browser.Evaluate("location.search + document.cookie", Cancellation));
            Assert.Equal("25", (string?)await browser.Evaluate("document.querySelector('.facts b').innerText", Cancellation));
            Assert.Equal(7, (int)(await browser.Evaluate("document.querySelectorAll('figure svg').length", Cancellation))!);

            // The hostile one is the first by name, and its essay the first to grade.
            await Open("/grade", "document.querySelector('h1')?.innerText.startsWith('<script>')");
            await browser.Press("j", 74, Cancellation);
            await browser.Until("document.readyState == 'complete' && document.querySelector('h1').innerText.startsWith('student000')", Cancellation);
            await browser.Press("1", 49, Cancellation);
            await browser.Until("document.querySelector('.status').innerText == 'Saved, 1'", Cancellation);
            await browser.Press("c", 67, Cancellation);
            await browser.Until("document.activeElement.name == 'comment'", Cancellation);
            await browser.Type("Say why the integral is hard. 2 more words", Cancellation);
            await browser.Evaluate("document.activeElement.blur()", Cancellation);
            await browser.Until("document.getElementById('unwritten').innerText.startsWith('2 changes')", Cancellation);
            // The page as it was before the reload would pass for the one behind it.
            await browser.Evaluate("window.isOld = true; location.reload()", Cancellation);
            await browser.Until("document.readyState == 'complete' && !window.isOld && document.querySelector('textarea')?.value.startsWith('Say why') && document.querySelector('[aria-pressed]').innerText == '1'", Cancellation);
            using (var gradebook = Gradebook.OpenGraded(Path.Combine(graded.Folder, "gradebook.db")))
            {
                var essay = gradebook.Scored(LatePolicy.None).Single(one => one.Student == "student000").Notebooks[0].Cells[^1];
                Assert.Equal((1.0, "Say why the integral is hard. 2 more words"), (essay.Manual, essay.Comment));
            }
            await browser.Press("k", 75, Cancellation);
            await browser.Until("document.readyState == 'complete' && document.querySelector('h1').innerText.startsWith('<script>')", Cancellation);
            await browser.Evaluate("document.getElementById('blind').click()", Cancellation);
            await browser.Until("document.readyState == 'complete' && document.querySelector('h1').innerText.startsWith('Student ') && !document.documentElement.outerHTML.includes('student0') && !location.href.includes('script')", Cancellation);
            await browser.Evaluate("document.getElementById('blind').click()", Cancellation);
            await browser.Until("document.readyState == 'complete' && document.querySelector('h1').innerText.startsWith('<script>')", Cancellation);
            // What is typed and not saved keeps the browser on the page, until it is saved.
            await browser.Press("c", 67, Cancellation);
            await browser.Type("A thought", Cancellation);
            Assert.True((bool)(await browser.Evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))", Cancellation))!);
            await browser.Evaluate("document.activeElement.blur()", Cancellation);
            await browser.Until("document.querySelector('.status').innerText == 'Saved' && dispatchEvent(new Event('beforeunload', { cancelable: true }))", Cancellation);
            Assert.Equal("1 of 25 graded", (string?)await browser.Evaluate("document.querySelector('.bar .progress').innerText", Cancellation));
            // The pictures of a file are drawn, and a drawing's scripts do not run.
            await Open("/answer?exercise=sampler%2Fkl&student=student001", "[...document.querySelectorAll('.outputs img')].length == 2 && [...document.querySelectorAll('.outputs img')].every(one => one.naturalWidth > 1)");
            Assert.False((bool)(await browser.Evaluate("document.title == 'owned'", Cancellation))!);
            await Open("/students", "document.querySelectorAll('.grid tbody tr').length == 25");
            await browser.Evaluate("document.querySelector('input[type=search]').focus()", Cancellation);
            await browser.Type("T01", Cancellation);
            await browser.Until("document.getElementById('found').innerText == '10 of 25' && [...document.querySelectorAll('.grid tbody tr')].filter(row => row.getClientRects().length).length == 10", Cancellation);
            await Open($"/answer?exercise=sampler%2Fkl&student={Uri.EscapeDataString(GradedClass.Hostile)}", "document.querySelector('.diff')");
            Assert.Contains("onerror", (string?)await browser.Evaluate("document.querySelector('.diff').innerText", Cancellation));
            Assert.Equal(0, (int)(await browser.Evaluate("document.querySelectorAll('main script, main img:not(.outputs img), main iframe, main svg, a[href^=javascript]').length", Cancellation))!);
            Assert.DoesNotContain("owned", (string?)await browser.Evaluate("document.title.replace('title=', '') == 'owned' ? 'owned' : ''", Cancellation));
            // Even markup that got in would find no script that may run.
            Assert.Equal("blocked", (string?)await browser.Evaluate("(() => { window.ran = false; const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s); return window.ran ? 'ran' : 'blocked'; })()", Cancellation));
            await Open("/similar", "document.body.innerText.includes('student005 and student006')");
            Assert.Equal("", browser.Errors);
        }
        await End(serve, ToolRun.Terminate);
        Assert.Contains("Say why the integral is hard", await File.ReadAllTextAsync(Path.Combine(graded.Folder, "feedback", "student000.html"), Cancellation));
    }

    [Fact]
    public async Task The_address_of_an_ended_run_is_of_no_use_to_the_next()
    {
        var serve = Serve("--out", graded.Folder);
        var address = (await serve.StandardOutput.ReadLineAsync(Cancellation))!["open ".Length..];
        using var client = new HttpClient();
        using (var served = await client.GetAsync(new Uri(new Uri(address), "/students"), Cancellation))
            Assert.Equal(HttpStatusCode.Forbidden, served.StatusCode);
        await End(serve, ToolRun.Terminate);
        var again = Serve("--out", graded.Folder, "--port", $"{new Uri(address).Port}");
        Assert.StartsWith("open ", await again.StandardOutput.ReadLineAsync(Cancellation));
        using var reply = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        await End(again, ToolRun.Terminate);
    }

    [Fact]
    public async Task An_interrupt_is_met_from_the_moment_that_the_address_is_told()
    {
        Peer.RequireInterrupts();
        for (var i = 0; i < 3; i++)
        {
            var serve = Serve("--out", graded.Folder);
            Assert.StartsWith("open ", await serve.StandardOutput.ReadLineAsync(Cancellation));
            await End(serve, ToolRun.Interrupt);
        }
    }

    Process Serve(params string[] arguments) => tool.Begin(["grade", "serve", .. arguments]);

    static async Task End(Process process, Action<Process> signal)
    {
        signal(process);
        await process.WaitForExitAsync(Cancellation);
        // The run's own code, or that of the signal where the command line was faster to answer it.
        Assert.Contains(process.ExitCode, (int[])[0, 130, 143]);
    }
}
