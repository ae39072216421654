namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>The packages from npm that clients in JavaScript use, installed at most once for the tests of a class.</summary>
public sealed class NodePackages : IDisposable
{
    readonly Lazy<ClientRun> installed = new(Install);

    /// <summary>A script of Clients, beside its packages.</summary>
    public string Script(string name) => Path.Combine(installed.Value.Folder, name);

    public void Dispose()
    {
        if (installed.IsValueCreated)
            installed.Value.Dispose();
    }

    static ClientRun Install()
    {
        var run = new ClientRun();
        foreach (var file in (string[])["package.json", "package-lock.json", "zeromq.js", "vscode.js"])
            File.Copy(ClientRun.Script(file), Path.Combine(run.Folder, file));
        run.Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        return run;
    }
}
