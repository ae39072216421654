using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>Kernels come, live side by side, and go without a trace.</summary>
[Collection(nameof(KernelProcesses))]
public sealed class LifecycleTests
{
    [Fact]
    public void Restarts_leave_no_process_and_no_port()
    {
        using var kernel = new KernelProcess();
        for (var time = 0; time < Soak.Count(200); time++)
        {
            if (time > 0)
                kernel.StartAgain();
            using var client = new KernelClient(kernel);
            if (time % 10 == 0)
                Assert.Equal("1", client.Output("Console.Write(1);"));
            var reply = client.Ask("shutdown_request", new JsonObject { ["restart"] = true }, "control");
            Assert.True((bool)reply.Content["restart"]!);
            Assert.Equal(0, kernel.AwaitExit());
        }
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(address => address.Port);
        Assert.Empty(listening.Intersect(kernel.Ports.Values));
    }

    [Fact]
    public void It_listens_where_the_connection_file_says_and_nowhere_else()
    {
        using var kernel = new KernelProcess();
        using var client = new KernelClient(kernel);

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(address => kernel.Ports.Values.Contains(address.Port));
        Assert.All(listening, address => Assert.Equal(IPAddress.Loopback, address.Address));
        Assert.Equal(5, listening.Count());
    }

    [Fact]
    public async Task Ten_at_once_run_apart()
    {
        var kernels = Enumerable.Range(0, 10).Select(_ => new KernelProcess()).ToList();
        try
        {
            var texts = await Task.WhenAll(kernels.Select((kernel, i) => Task.Run(() =>
            {
                using var client = new KernelClient(kernel);
                client.Run($"var me = {i};");
                return client.Output("Console.Write(me);");
            })));
            Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), texts);
        }
        finally
        {
            kernels.ForEach(kernel => kernel.Dispose());
        }
    }

    [Fact]
    public void A_hundred_megabytes_of_output_arrive_to_the_last_line_and_do_not_pile_up()
    {
        using var kernel = new KernelProcess();
        using var client = new KernelClient(kernel);
        client.Run("1");
        kernel.Process.Refresh();
        var before = kernel.Process.PeakWorkingSet64;

        var text = client.Output("for (var i = 0; i < 1_000_000; i++) Console.WriteLine($\"{i,99}\");");

        Assert.Equal(100_000_000, text.Length);
        Assert.EndsWith(" 999999\n", text);
        kernel.Process.Refresh();
        var grown = kernel.Process.PeakWorkingSet64 - before;
        Assert.True(grown < 200 << 20, $"grew by {grown >> 20} MB");
    }

    [Fact]
    public void Who_reads_late_misses_the_middle_and_not_the_end()
    {
        using var kernel = new KernelProcess();
        using var client = new KernelClient(kernel);

        var id = client.Send("execute_request", new JsonObject { ["code"] = "for (var i = 0; i < 400; i++) Console.WriteLine($\"{i} {new string('x', 100_000)}\"); 7" });
        Assert.Equal("ok", client.Reply(id).Text("status"));

        var published = client.Published(id);
        var text = string.Concat(published.Where(message => message.Type == "stream").Select(message => message.Text("text")));
        Assert.InRange(text.Length, 1_000_000, 39_000_000);
        Assert.StartsWith("0 x", text);
        Assert.Contains("399 x", text);
        Assert.Equal("execute_result", published[^1].Type);
    }

    [Fact]
    public void A_subscriber_that_reads_nothing_holds_nobody_up()
    {
        using var kernel = new KernelProcess();
        using var client = new KernelClient(kernel);
        using var idle = kernel.Connect("iopub", "SUB");
        idle.Send([[1]]);
        client.Run("1");

        Assert.Equal(40_000_000, client.Output("for (var i = 0; i < 400; i++) Console.Write(new string('x', 100_000));").Length);
        Assert.Equal("ok", client.Run("1").Reply.Text("status"));
    }

    [Fact]
    public void A_subscriber_gets_the_topics_that_it_asked_for()
    {
        using var kernel = new KernelProcess();
        using var client = new KernelClient(kernel);
        using var results = kernel.Connect("iopub", "SUB");
        results.Send([[1, .. "kernel."u8]]);
        using var other = kernel.Connect("iopub", "SUB");
        other.Send([[1, .. "unheard of"u8]]);
        for (var attempt = 0; attempt < 50 && !results.HasData; attempt++)
            client.Run("1");

        Assert.StartsWith("kernel.", System.Text.Encoding.ASCII.GetString(results.Receive()[0]));
        Assert.False(other.HasData);
    }

    [Fact]
    public void It_ends_with_its_parent()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        using var kernel = new KernelProcess();
        // A shell starts the kernel and goes.
        kernel.Process.Kill();
        kernel.Process.WaitForExit();
        kernel.IsElsewhere = true;
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1 & echo $!; exec sleep 100", "sh", Environment.ProcessPath!, "kernel", "start", kernel.ConnectionFile]) { RedirectStandardOutput = true })!;
        var id = int.Parse(shell.StandardOutput.ReadLine()!);
        using (new KernelClient(kernel))
        {
            shell.Kill();
            shell.WaitForExit();
        }

        for (var attempt = 0; attempt < 100 && Directory.Exists($"/proc/{id}"); attempt++)
            Thread.Sleep(50);
        Assert.False(Directory.Exists($"/proc/{id}") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z "));
    }

    [Fact]
    public void What_cells_started_ends_with_the_kernel()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        using var kernel = new KernelProcess();
        using var client = new KernelClient(kernel);
        var child = int.Parse(client.Output("Console.Write(System.Diagnostics.Process.Start(\"sleep\", \"1000\").Id);"));

        client.Ask("shutdown_request", [], "control");
        Assert.Equal(0, kernel.AwaitExit());

        for (var attempt = 0; attempt < 100 && Directory.Exists($"/proc/{child}"); attempt++)
            Thread.Sleep(20);
        Assert.False(Directory.Exists($"/proc/{child}") && !File.ReadAllText($"/proc/{child}/stat").Contains(") Z "));
    }

    [Fact]
    public void A_cell_that_ends_the_process_is_named_and_answered()
    {
        using var kernel = new KernelProcess();
        using var client = new KernelClient(kernel);

        var (reply, published) = client.Run("Environment.Exit(3);");

        Assert.Equal("ProcessExited", reply.Text("ename"));
        Assert.Contains("exit code 3", reply.Text("evalue"));
        Assert.Contains("Cell[1]", (string)published[^1].Content["traceback"]![0]!);
        Assert.Equal(3, kernel.AwaitExit());
    }

    [Fact]
    public void An_address_that_is_taken_is_told_in_a_line()
    {
        using var first = new KernelProcess();
        using var client = new KernelClient(first);
        using var second = new KernelProcess("tcp", first.Ports);

        Assert.NotEqual(0, second.AwaitExit());
        Assert.Contains("address", second.Errors);
    }
}
