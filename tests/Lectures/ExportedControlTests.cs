using System.Text.Json.Nodes;
using GenerativeCourse.Cli.Tests.Jupyter;

namespace GenerativeCourse.Lectures;

/// <summary>The sliders and maps of an exported lecture, in a browser that reaches no server: moved by mouse and by keys, and shown as labelled strips where scripts do not run.</summary>
public sealed class ExportedControlTests
{
    const string Controls = "[...document.querySelectorAll('[role=group]')].filter(box => box.querySelector('input[type=range]'))";
    const string Seen = "element => element.getClientRects().length > 0";

    static readonly string[] Stepped = ["02-k-means.ipynb", "04-gaussian-mixtures.ipynb"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public async Task Controls_of_an_exported_lecture_move_and_are_strips_without_scripts(string name)
    {
        Peer.Require("chromium");
        using var folder = new TemporaryFolder();
        await Tool.Run("export", Lecture.File(name), "--out", folder.Path);
        var address = new Uri(folder.File(Path.ChangeExtension(name, ".html"))).AbsoluteUri;
        await using var browser = await Browser.Start(folder.File("browser"), Cancellation);
        await browser.Open(address, Cancellation);
        await browser.Until("document.readyState === 'complete' && location.protocol === 'file:'", Cancellation);
        var controls = await Number(browser, $"{Controls}.length");
        Assert.True(controls > 0 || !Stepped.Contains(name), $"{name} has no slider to step through its algorithm");
        for (var at = 0; at < controls; at++)
            await (await Flag(browser, $"!!{Controls}[{at}].querySelector('[data-pad]')") ? Map(browser, at) : Slider(browser, at));
        Assert.Equal("", browser.Errors);

        await browser.ForbidScripts(Cancellation);
        await browser.Open(address + "?still", Cancellation);
        await browser.Until("location.search === '?still' && document.readyState === 'complete'", Cancellation);
        for (var at = 0; at < controls; at++)
        {
            var (box, frames) = ($"{Controls}[{at}]", $"[...{Controls}[{at}].querySelectorAll('figure')]");
            Assert.True(await Number(browser, $"{frames}.length") >= 2, $"{name}, control {at}: no strip without scripts");
            Assert.True(await Flag(browser, $"{frames}.every({Seen}) && {frames}.every(frame => frame.querySelector('figcaption').innerText.length > 2 && frame.querySelector('img').naturalWidth > 10)"), $"{name}, control {at}: a frame of the strip is hidden, bare or empty");
            Assert.False(await Flag(browser, $"[...{box}.querySelectorAll('input, button')].some({Seen})"), $"{name}, control {at}: shows what does nothing without scripts");
        }
    }

    // Drawn to its end by the mouse, and back by one with a key; one frame is seen, the one that the text names.
    static async Task Slider(Browser browser, int at)
    {
        var (box, slider) = ($"{Controls}[{at}]", $"{Controls}[{at}].querySelector('input[type=range]')");
        var state = $"(() => {{ const seen = [...{box}.querySelectorAll('figure')].filter({Seen}); return [{slider}.value, seen.map(frame => frame.dataset.label).join(), {box}.querySelector('output').textContent].join('|'); }})()";
        var last = await Number(browser, $"+{slider}.max");
        var labels = (await browser.Evaluate($"[...{box}.querySelectorAll('figure')].map(frame => frame.dataset.label)", Cancellation))!.AsArray();
        Assert.Equal($"0|{labels[0]}|{labels[0]}", (string)(await browser.Evaluate(state, Cancellation))!);
        var (left, top, width, height) = await Place(browser, slider);
        await browser.Drag((left + 8, top + height / 2), (left + width - 2, top + height / 2), Cancellation);
        Assert.Equal($"{last}|{labels[last]}|{labels[last]}", (string)(await browser.Evaluate(state, Cancellation))!);
        await browser.Press("ArrowLeft", 37, Cancellation);
        Assert.Equal($"{last - 1}|{labels[last - 1]}|{labels[last - 1]}", (string)(await browser.Evaluate(state, Cancellation))!);
    }

    // The point is drawn over the map, then moved by a key.
    static async Task Map(Browser browser, int at)
    {
        var box = $"{Controls}[{at}]";
        async Task<string> Said() => (string)(await browser.Evaluate($"{box}.querySelector('output').textContent", Cancellation))!;
        var (left, top, width, height) = await Place(browser, $"{box}.querySelector('[data-pad] img')");
        await browser.Drag((left + 0.5 * width, top + 0.5 * height), (left + 0.8 * width, top + 0.3 * height), Cancellation);
        var drawn = await Said();
        await browser.Press("ArrowLeft", 37, Cancellation);
        var pressed = await Said();
        await browser.Drag((left + 0.8 * width, top + 0.3 * height), (left + 0.3 * width, top + 0.7 * height), Cancellation);
        Assert.Equal(3, new HashSet<string> { drawn, pressed, await Said() }.Count);
        Assert.Equal(0, await Number(browser, $"{box}.querySelectorAll('figure').length"));
    }

    static async Task<(double Left, double Top, double Width, double Height)> Place(Browser browser, string element)
    {
        await browser.Evaluate($"{element}.scrollIntoView({{ block: 'center', behavior: 'instant' }})", Cancellation);
        var box = (JsonObject)(await browser.Evaluate($"{element}.getBoundingClientRect().toJSON()", Cancellation))!;
        return ((double)box["left"]!, (double)box["top"]!, (double)box["width"]!, (double)box["height"]!);
    }

    static async Task<int> Number(Browser browser, string expression) => (int)(double)(await browser.Evaluate(expression, Cancellation))!;

    static async Task<bool> Flag(Browser browser, string expression) => (bool)(await browser.Evaluate(expression, Cancellation))!;
}
