using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Sandboxing;

namespace GenerativeCourse.Grading.Tests.Sandboxing;

public sealed class SandboxTests
{
    [Fact]
    public async Task A_sandbox_outlives_the_thread_that_asked_for_it()
    {
        Peer.Require("bubblewrap");
        Peer.RequireHardware(Sandbox.Lacking is null, $"user namespaces ({Sandbox.Lacking})");
        CellSession? session = null;
        var thread = new Thread(() => session = CellSession.Start(Sandbox.Enclose(TestWorker.Options, []), new SessionLimits()));
        thread.Start();
        thread.Join();
        using (session!)
        {
            var reply = await session!.Run("System.Threading.Thread.Sleep(200); 1 + 1", TestContext.Current.CancellationToken);
            Assert.Equal((null, "2"), (reply.Failure?.Message, reply.Result));
        }
    }
}
