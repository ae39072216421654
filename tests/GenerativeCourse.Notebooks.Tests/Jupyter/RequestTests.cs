using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>The messages of Jupyter's protocol, one kernel for all.</summary>
public sealed class RequestTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    readonly KernelClient client = shared.Client;

    [Fact]
    public void The_kernel_introduces_itself_on_both_channels()
    {
        var info = client.Ask("kernel_info_request", []).Content;

        Assert.Equal("ok", (string?)info["status"]);
        Assert.Equal("5.3", (string?)info["protocol_version"]);
        Assert.Equal(".cs", (string?)info["language_info"]!["file_extension"]);
        Assert.Equal("C#", (string?)info["language_info"]!["name"]);
        Assert.Equal(info.ToJsonString(), client.Ask("kernel_info_request", [], "control").Content.ToJsonString());
    }

    [Fact]
    public void A_cell_is_echoed_shown_and_answered()
    {
        var (reply, published) = client.Run("Console.Write(\"hé\"); 40 + 2");

        Assert.Equal(("execute_reply", "ok"), (reply.Type, reply.Text("status")));
        Assert.Equal(["execute_input", "stream", "execute_result"], published.Select(message => message.Type));
        Assert.Equal("hé", published[1].Text("text"));
        Assert.Equal("42", (string?)published[2].Content["data"]!["text/plain"]);
        Assert.Equal((int)reply.Content["execution_count"]!, (int)published[0].Content["execution_count"]!);
    }

    [Fact]
    public void Many_writes_are_gathered_in_few_messages()
    {
        var (_, published) = client.Run("for (var i = 0; i < 20_000; i++) Console.WriteLine(i);");

        Assert.InRange(published.Count(message => message.Type == "stream"), 1, 50);
        Assert.EndsWith("\n19999\n", string.Concat(published.Skip(1).Select(message => message.Text("text"))));
    }

    [Fact]
    public void An_error_is_published_and_answered()
    {
        var (reply, published) = client.Run("throw new ArgumentException(\"wrong\");");

        Assert.Equal(("error", "ArgumentException", "wrong"), (reply.Text("status"), reply.Text("ename"), reply.Text("evalue")));
        Assert.Equal(reply.Content["traceback"]!.ToJsonString(), published[^1].Content["traceback"]!.ToJsonString());
    }

    [Fact]
    public void What_waits_behind_a_failed_cell_is_aborted_and_the_next_one_runs()
    {
        var failing = client.Send("execute_request", new JsonObject { ["code"] = "System.Threading.Thread.Sleep(500); throw new Exception();" });
        var waiting = client.Send("execute_request", new JsonObject { ["code"] = "1" });
        var info = client.Send("kernel_info_request", []);

        Assert.Equal("error", client.Reply(failing).Text("status"));
        Assert.Equal("aborted", client.Reply(waiting).Text("status"));
        Assert.Equal("ok", client.Reply(info).Text("status"));
        Assert.Equal("ok", client.Run("1").Reply.Text("status"));
    }

    [Fact]
    public void What_is_sent_after_a_failed_cell_was_answered_runs()
    {
        for (var time = 0; time < 300; time++)
        {
            Assert.Equal("error", client.Reply(client.Send("execute_request", new JsonObject { ["code"] = "!" })).Text("status"));
            Assert.Equal("ok", client.Reply(client.Send("execute_request", new JsonObject { ["code"] = "" })).Text("status"));
        }
    }

    [Fact]
    public void Stop_on_error_can_be_turned_off()
    {
        var failing = client.Send("execute_request", new JsonObject { ["code"] = "System.Threading.Thread.Sleep(300); throw new Exception();", ["stop_on_error"] = false });
        var waiting = client.Send("execute_request", new JsonObject { ["code"] = "1" });

        Assert.Equal("error", client.Reply(failing).Text("status"));
        Assert.Equal("ok", client.Reply(waiting).Text("status"));
    }

    [Fact]
    public void A_silent_cell_leaves_no_trace()
    {
        var before = (int)client.Run("1").Reply.Content["execution_count"]!;

        var (reply, published) = client.Run("5", options: new JsonObject { ["silent"] = true });

        Assert.Equal("ok", reply.Text("status"));
        Assert.Empty(published);
        Assert.Equal(before + 1, (int)client.Run("1").Reply.Content["execution_count"]!);
    }

    [Fact]
    public void History_has_the_cells_by_tail_range_and_search()
    {
        var number = (int)client.Run("\"needle\" + 1").Reply.Content["execution_count"]!;
        client.Run("2");

        string History(string access, JsonObject request)
        {
            request["hist_access_type"] = access;
            return client.Ask("history_request", request).Content["history"]!.ToJsonString();
        }

        Assert.Equal($"[[0,{number + 1},\"2\"]]", History("tail", new JsonObject { ["n"] = 1 }));
        Assert.Equal($$"""[[0,{{number}},["\u0022needle\u0022 \u002B 1","needle1"]]]""", History("range", new JsonObject { ["session"] = 0, ["start"] = number, ["stop"] = number + 1, ["output"] = true }));
        Assert.Contains("needle", History("search", new JsonObject { ["pattern"] = "*needle*", ["n"] = 1 }));
        Assert.Equal("[]", History("search", new JsonObject { ["pattern"] = "*haystack*" }));
    }

    [Fact]
    public void Cursors_count_code_points()
    {
        client.Run("var celsius = 1;");

        var reply = client.Ask("complete_request", new JsonObject { ["code"] = "\"😀\" + celsi", ["cursor_pos"] = 11 }).Content;

        Assert.Contains("celsius", reply["matches"]!.AsArray().Select(match => (string)match!));
        Assert.Equal((6, 11), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
        Assert.True((bool)client.Ask("inspect_request", new JsonObject { ["code"] = "\"😀\" + celsius", ["cursor_pos"] = 9 }).Content["found"]!);
        Assert.Equal("incomplete", client.Ask("is_complete_request", new JsonObject { ["code"] = "if (true) {" }).Text("status"));
    }

    [Fact]
    public void A_comm_that_nobody_knows_is_closed()
    {
        var id = client.Send("comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "unheard.of", ["data"] = new JsonObject() });

        var closed = Assert.Single(client.Published(id));
        Assert.Equal(("comm_close", "c1"), (closed.Type, closed.Text("comm_id")));
        Assert.Empty(client.Ask("comm_info_request", []).Content["comms"]!.AsObject());
    }

    [Fact]
    public void Input_makes_the_round_trip_to_who_sent_the_cell()
    {
        var id = client.Send("execute_request", new JsonObject { ["code"] = "var name = input(\"name? \"); var secret = await GetPasswordAsync(\"word?\"); name + secret.GetClearTextPassword() + Console.ReadLine()", ["allow_stdin"] = true });
        var questions = new List<(string, string, bool)>();
        foreach (var answer in new[] { "Ada", "pass", "line" })
        {
            var question = client.Receive("stdin");
            questions.Add((question.Type, question.Text("prompt"), (bool)question.Content["password"]!));
            client.Answer(answer);
        }

        Assert.Equal("ok", client.Reply(id).Text("status"));
        Assert.Equal([("input_request", "name? ", false), ("input_request", "word?", true), ("input_request", "", false)], questions);
        Assert.Equal("Adapassline", (string?)client.Published(id)[^1].Content["data"]!["text/plain"]);
    }

    [Fact]
    public void A_client_that_cannot_be_asked_gets_an_error() =>
        Assert.Equal("StdinNotImplementedError", client.Run("input()").Reply.Text("ename"));

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(100_000);")]
    [InlineData("input()")]
    public void A_running_cell_is_stopped_and_keeps_what_was(string code)
    {
        client.Run("var kept = 7;");
        var id = client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(\"begun\"); " + code, ["allow_stdin"] = true });
        while (client.Receive("iopub").Type != "stream")
        {
        }

        Assert.Equal("ok", client.Ask("interrupt_request", [], "control").Text("status"));

        Assert.Equal("Interrupted", client.Reply(id).Text("ename"));
        Assert.Equal("7", (string?)client.Run("kept").Published[^1].Content["data"]!["text/plain"]);
        while (code == "input()" && client.Receive("stdin").Type != "input_request")
        {
        }
    }

    // As VS Code asks, on the channel on which the cell came.
    [Fact]
    public void A_stop_on_the_shell_channel_does_not_wait_for_the_cell()
    {
        var id = client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(\"begun\"); while (true) { }" });
        while (client.Receive("iopub").Type != "stream")
        {
        }

        client.Send("interrupt_request", []);

        var replies = new[] { client.Receive("shell"), client.Receive("shell") }.ToDictionary(reply => reply.Type);
        Assert.Equal("ok", replies["interrupt_reply"].Text("status"));
        Assert.Equal((id, "Interrupted"), ((string?)replies["execute_reply"].Parent["msg_id"], replies["execute_reply"].Text("ename")));
    }

    [Fact]
    public void Native_code_and_child_processes_write_into_the_cell()
    {
        Peer.RequireHardware(!OperatingSystem.IsWindows(), "a system with libc");

        var text = client.Output("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
            puts("from native code");
            System.Diagnostics.Process.Start("sh", ["-c", "echo from a child; echo and its errors >&2"]).WaitForExit();
            """);

        Assert.Contains("from native code\n", text);
        Assert.Contains("from a child\n", text);
        Assert.Contains("and its errors\n", text);
    }

    [Fact]
    public void A_display_is_updated_in_place()
    {
        var (_, published) = client.Run("var d = display(1); d.Update(2);");

        Assert.Equal(["execute_input", "display_data", "update_display_data"], published.Select(message => message.Type));
        Assert.Equal((string?)published[1].Content["transient"]!["display_id"], (string?)published[2].Content["transient"]!["display_id"]);
    }

    [Fact]
    public void The_metadata_names_a_cells_language()
    {
        var metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "html" } };

        Assert.Equal("<b>x</b>", (string?)client.Run("<b>x</b>", metadata: metadata).Published[^1].Content["data"]!["text/html"]);
    }

    [Fact]
    public void Text_that_is_not_unicode_is_still_sent() => Assert.Equal("a\ufffdb", client.Output("Console.Write(\"a\\ud800b\");"));

    [Theory]
    [InlineData("vscode-notebook-cell:/lecture.ipynb#W0sZmlsZQ%3D%3D", false)]
    [InlineData("b3ab2d9f-8d5c-4b6e-9d0e-0f6b8f7f0a11", true)]
    public void VS_Code_is_known_by_how_it_names_a_cell_and_draws_diagrams_from_markdown(string cell, bool html)
    {
        var data = client.Run("#!mermaid\ngraph TD; A-->B;", metadata: new JsonObject { ["cellId"] = cell }).Published[^1].Content["data"]!;

        Assert.Equal("```mermaid\ngraph TD; A-->B;\n```", (string?)data["text/markdown"]);
        Assert.Equal(html, data["text/html"] is not null);
    }
}
