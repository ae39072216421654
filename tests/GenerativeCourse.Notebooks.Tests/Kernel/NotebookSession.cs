using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Tests.Kernel;

/// <summary>A kernel with its published messages, for tests.</summary>
public sealed class NotebookSession : IKernelOutput, IDisposable
{
    readonly List<(string Type, JsonObject Content)> messages = [];
    readonly CSharpKernel kernel;

    public NotebookSession(KernelOptions? options = null) => kernel = new CSharpKernel(options ?? new KernelOptions(), this);

    public CSharpKernel Kernel => kernel;

    public IReadOnlyList<(string Type, JsonObject Content)> Messages
    {
        get
        {
            lock (messages)
                return [.. messages];
        }
    }

    public void Publish(string messageType, JsonObject content)
    {
        lock (messages)
            messages.Add((messageType, content));
    }

    /// <summary>Runs a cell on its own messages.</summary>
    public Task<ExecuteReply> Run(string code, string? language = null) => Run(new ExecuteRequest(code) { Language = language });

    public Task<ExecuteReply> Run(ExecuteRequest request)
    {
        lock (messages)
            messages.Clear();
        return kernel.ExecuteAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a cell that must end well and answers its result's text.</summary>
    public async Task<string?> Result(string code)
    {
        var reply = await Run(code);
        Assert.True(reply.Status == "ok", string.Join('\n', reply.Traceback));
        return Messages.Where(message => message.Type == "execute_result").Select(message => (string?)message.Content["data"]!["text/plain"]).LastOrDefault();
    }

    public string Stream(string name)
    {
        var text = new StringBuilder();
        foreach (var (type, content) in Messages)
        {
            if (type == "stream" && (string?)content["name"] == name)
                text.Append((string?)content["text"]);
        }
        return text.ToString();
    }

    public void Dispose()
    {
        kernel.Dispose();
        // Out of the test's folder, which goes now.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
    }
}

/// <summary>Console and working directory are the process's, so kernels run one test at a time.</summary>
[CollectionDefinition("kernel", DisableParallelization = true)]
public sealed class KernelCollection;
