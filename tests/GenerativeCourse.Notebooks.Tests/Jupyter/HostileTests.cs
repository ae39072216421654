using System.Text;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>What no client should send: the kernel drops it, says so, and goes on.</summary>
public sealed class HostileTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    readonly KernelClient client = shared.Client;
    readonly KernelProcess kernel = shared.Process;

    [Fact]
    public void A_wrong_signature_and_a_replay_are_dropped_and_told_of()
    {
        using var peer = kernel.Connect("shell", "DEALER");
        var right = client.Frames("kernel_info_request", "a", []);
        var wrong = client.Frames("kernel_info_request", "b", []);
        wrong[1][0] ^= 1;
        peer.Send(right);
        peer.Receive();
        peer.Send(wrong);
        peer.Send(right);
        peer.Send(client.Frames("kernel_info_request", "c", []));

        Assert.Contains("\"c\"", Encoding.UTF8.GetString(peer.Receive()[3]));
        AwaitError("shell was dropped: its signature is wrong");
        AwaitError("shell was dropped: it came before");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001")]
    public void Other_protocols_are_turned_away(string greeting)
    {
        using var peer = ZmtpPeer.Raw(kernel.Address("shell"));
        peer.SendBytes(Encoding.Latin1.GetBytes(greeting));
        peer.AwaitClose();
    }

    [Fact]
    public void A_frame_that_claims_more_than_any_message_has_ends_the_connection()
    {
        using var peer = kernel.Connect("shell", "DEALER");
        peer.SendBytes([2, 0x7f, 255, 255, 255, 255, 255, 255, 255]);
        peer.AwaitClose();
    }

    [Fact]
    public void Requests_without_what_they_need_are_answered_all_the_same()
    {
        Assert.Equal("ok", client.Run("", options: new JsonObject { ["silent"] = "yes", ["store_history"] = 7, ["user_expressions"] = 5 }).Reply.Text("status"));
        foreach (var type in new[] { "complete", "inspect", "is_complete", "history" })
            Assert.Equal($"{type}_reply", client.Ask($"{type}_request", new JsonObject { ["code"] = 5, ["cursor_pos"] = "x" }).Type);
        client.Send("unheard_of_request", []);
        AwaitError("unheard_of_request was dropped");
        Assert.Equal("complete_reply", client.Ask("complete_request", new JsonObject { ["code"] = "😀", ["cursor_pos"] = 99 }).Type);
    }

    void AwaitError(string text)
    {
        for (var attempt = 0; attempt < 200 && !kernel.Errors.Contains(text); attempt++)
            Thread.Sleep(20);
        Assert.Contains(text, kernel.Errors);
    }
}
