using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenerativeCourse.Cli.Tests.Jupyter;

/// <summary>A page in headless Chromium, driven over its DevTools protocol.</summary>
sealed partial class Browser : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    readonly Process process;
    readonly ClientWebSocket socket = new();
    readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> asked = [];
    readonly StringBuilder errors = new();
    string? session;
    int number;

    Browser(Process process) => this.process = process;

    /// <summary>What went wrong in the page's scripts.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString();
        }
    }

    /// <summary>Starts a browser with an empty page; its profile goes to <paramref name="folder"/>.</summary>
    public static async Task<Browser> Start(string folder, CancellationToken cancellation)
    {
        var process = Process.Start(new ProcessStartInfo("chromium",
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1200,1600", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var browser = new Browser(process);
        string? address = null;
        while (address is null && await process.StandardError.ReadLineAsync(cancellation) is { } line)
            address = Listening().Match(line) is { Success: true } match ? match.Groups[1].Value : null;
        Assert.True(address is not null, "chromium did not start");
        _ = process.StandardError.ReadToEndAsync(cancellation);
        await browser.socket.ConnectAsync(new Uri(address), cancellation);
        _ = browser.Receive(cancellation);
        var target = await browser.Send("Target.createTarget", new() { ["url"] = "about:blank" }, cancellation);
        var attached = await browser.Send("Target.attachToTarget", new() { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, cancellation);
        browser.session = (string)attached["sessionId"]!;
        foreach (var domain in (string[])["Page", "Runtime"])
            await browser.Send(domain + ".enable", [], cancellation);
        return browser;
    }

    /// <summary>Goes to an address.</summary>
    public Task Open(string address, CancellationToken cancellation) => Send("Page.navigate", new() { ["url"] = address }, cancellation);

    /// <summary>The value of an expression in the page, awaited when it is a promise.</summary>
    public async Task<JsonNode?> Evaluate(string expression, CancellationToken cancellation)
    {
        var reply = await Send("Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellation);
        Assert.True(reply["exceptionDetails"] is null, $"{expression}: {reply["exceptionDetails"]?.ToJsonString()}");
        return reply["result"]!["value"];
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task Until(string expression, CancellationToken cancellation)
    {
        for (var start = Stopwatch.GetTimestamp(); ;)
        {
            if ((await Evaluate($"(() => {{ try {{ return !!({expression}); }} catch {{ return false; }} }})()", cancellation))!.GetValue<bool>())
                return;
            if (Stopwatch.GetElapsedTime(start) > Patience)
                Assert.Fail($"never came true: {expression}\n{Errors}\n{await Evaluate("document.body?.innerText", cancellation)}");
            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>Types text where the page has its focus.</summary>
    public Task Type(string text, CancellationToken cancellation) => Send("Input.insertText", new() { ["text"] = text }, cancellation);

    /// <summary>Presses and releases a key.</summary>
    public async Task Press(string key, int code, CancellationToken cancellation)
    {
        foreach (var kind in (string[])["keyDown", "keyUp"])
            await Send("Input.dispatchKeyEvent", new() { ["type"] = kind, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code }, cancellation);
    }

    /// <summary>Presses the mouse at one place, draws it to another and lets go.</summary>
    public async Task Drag((double X, double Y) from, (double X, double Y) to, CancellationToken cancellation)
    {
        foreach (var (kind, (x, y), buttons) in ((string, (double, double), int)[])[("mouseMoved", from, 0), ("mousePressed", from, 1), ("mouseMoved", to, 1), ("mouseReleased", to, 0)])
            await Send("Input.dispatchMouseEvent", new() { ["type"] = kind, ["x"] = x, ["y"] = y, ["button"] = kind != "mouseReleased" && buttons == 0 ? "none" : "left", ["buttons"] = buttons, ["clickCount"] = 1 }, cancellation);
    }

    /// <summary>Forbids the scripts of pages opened from now on; <see cref="Evaluate"/> goes on.</summary>
    public Task ForbidScripts(CancellationToken cancellation) => Send("Emulation.setScriptExecutionDisabled", new() { ["value"] = true }, cancellation);

    /// <summary>Has pages see what a reader prefers, <c>light</c> or <c>dark</c>, and how wide the window is.</summary>
    public async Task Prefer(string scheme, int width, CancellationToken cancellation)
    {
        await Send("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }) }, cancellation);
        await Send("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 1000, ["deviceScaleFactor"] = 1, ["mobile"] = false }, cancellation);
    }

    /// <summary>A picture of the page, as PNG.</summary>
    public async Task<byte[]> Picture(CancellationToken cancellation) =>
        Convert.FromBase64String((string)(await Send("Page.captureScreenshot", new() { ["format"] = "png" }, cancellation))["data"]!);

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    async Task<JsonObject> Send(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref number);
        var done = asked[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, cancellation);
        var reply = await done.Task.WaitAsync(Patience, cancellation);
        return reply["result"] as JsonObject ?? throw new InvalidOperationException($"{method}: {reply["error"]?.ToJsonString()}");
    }

    async Task Receive(CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        var text = new MemoryStream();
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var part = await socket.ReceiveAsync(buffer, cancellation);
                text.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                Take(JsonNode.Parse(text.ToArray())!.AsObject());
                text.SetLength(0);
            }
        }
        catch (Exception closed) when (closed is WebSocketException or OperationCanceledException or ObjectDisposedException or JsonException)
        {
            // The browser is gone, and whoever waits for it will say so.
        }
    }

    void Take(JsonObject message)
    {
        if (message["id"] is { } id && asked.TryRemove((int)id, out var done))
            done.SetResult(message);
        else if ((string?)message["method"] == "Runtime.exceptionThrown" && message["params"]!["exceptionDetails"] is { } details)
        {
            lock (errors)
                errors.AppendLine((string?)details["exception"]?["description"] ?? (string?)details["text"]);
        }
    }

    [GeneratedRegex(@"DevTools listening on (ws://\S+)")]
    private static partial Regex Listening();
}
