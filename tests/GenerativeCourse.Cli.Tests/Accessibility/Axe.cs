using System.Diagnostics;
using System.Text.Json.Nodes;
using GenerativeCourse.Cli.Tests.Jupyter;

namespace GenerativeCourse.Cli.Tests.Accessibility;

/// <summary>axe-core, fetched from npm at most once for the tests of a class, run in a page.</summary>
public sealed class Axe : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axe-");
    readonly Lazy<string> script;

    public Axe() => script = new(Install);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>What axe finds wrong in the browser's page by the rules of WCAG 2.2 A and AA and its own best practices, a line a rule; empty when it finds nothing.</summary>
    internal async Task<string> Violations(Browser browser, CancellationToken cancellation)
    {
        await browser.Evaluate(script.Value, cancellation);
        var found = (JsonArray)(await browser.Evaluate("axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations.map(one => `${one.id}: ${one.help} (${one.nodes.length}), first ${one.nodes[0].target}: ${one.nodes[0].failureSummary}`))", cancellation))!;
        return string.Join('\n', found);
    }

    string Install()
    {
        foreach (var file in (string[])["package.json", "package-lock.json"])
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Accessibility", file), Path.Combine(folder.FullName, file));
        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = folder.FullName;
        using var npm = Process.Start(start)!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEnd();
        npm.WaitForExit();
        Assert.True(npm.ExitCode == 0, errors + output.Result);
        return File.ReadAllText(Path.Combine(folder.FullName, "node_modules", "axe-core", "axe.min.js")) + ";true";
    }
}
