using System.Diagnostics;
using System.Text.Json;
using GenerativeCourse.Cli.Kernels;
using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests.Jupyter;

/// <summary>A person stops a cell that works on tensors, by a message and by a signal, through Jupyter's own client.</summary>
public sealed class TensorInterruptTests : IDisposable
{
    const string Client = """"
        import signal
        from jupyter_client.manager import KernelManager

        manager = KernelManager(kernel_name="course-tensors")
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=60)


        def result(code):
            published = []
            reply = client.execute_interactive(code, timeout=60, output_hook=published.append)["content"]
            assert reply["status"] == "ok", reply
            return [message["content"]["data"]["text/plain"] for message in published if message["msg_type"] == "execute_result"]


        result("""
        #r "nuget: GenerativeCourse"
        using TorchSharp; using static TorchSharp.torch;
        var kept = arange(4); var weights = rand(300, 300) / 300; var state = rand(300, 300);
        """)
        loops = [
            "while (true) state = tanh(weights.matmul(state));",
            "using (no_grad()) while (true) { using var scope = NewDisposeScope(); state = tanh(weights.matmul(state)).MoveToOuterDisposeScope(); }",
            "var parameter = rand(300, 300, requires_grad: true); while (true) { parameter.matmul(weights).sum().backward(); parameter.grad.zero_(); }",
            "Parallel.For(0, int.MaxValue, i => { using var product = weights.matmul(weights); });",
        ]
        for interrupt in (manager.interrupt_kernel, lambda: manager.signal_kernel(signal.SIGINT)):
            for loop in loops:
                cell = client.execute('Console.WriteLine("begun");\n' + loop)
                while True:
                    message = client.get_iopub_msg(timeout=60)
                    if message["msg_type"] == "stream" and message["parent_header"]["msg_id"] == cell:
                        break
                interrupt()
                reply = client.get_shell_msg(timeout=30)["content"]
                assert reply.get("ename") == "Interrupted", (loop, reply)
                after = result("string.Join(' ', kept.sum().item<long>(), weights.matmul(weights).isfinite().all().item<bool>(), is_grad_enabled())")
                assert after == ["6 True True"], (loop, after)
        client.stop_channels()
        manager.shutdown_kernel()
        print("done")
        """";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("course-tensors-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_cell_that_works_on_tensors_stops_and_the_state_before_it_is_kept()
    {
        Peer.Require("python3-jupyter-client");
        Peer.RequireInterrupts();
        var kernel = folder.CreateSubdirectory("kernels/course-tensors");
        await File.WriteAllTextAsync(Path.Combine(kernel.FullName, "kernel.json"), JsonSerializer.Serialize(new
        {
            argv = new[] { Path.Combine(AppContext.BaseDirectory, ToolCopy.Executable), "kernel", "start", "{connection_file}" },
            display_name = "C#",
            language = "C#",
            interrupt_mode = "message",
        }), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(PeerPackage.Python, ["-c", Client]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        foreach (var variable in (string[])["JUPYTER_PATH", "JUPYTER_RUNTIME_DIR", "HOME"])
            start.Environment[variable] = folder.FullName;
        using var client = Process.Start(start)!;
        var errors = client.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await client.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(output.EndsWith("done\n", StringComparison.Ordinal), await errors + output);
    }
}
