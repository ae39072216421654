using System.Text;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>Thousands of broken messages and frames, on every socket.</summary>
[Collection(nameof(KernelProcesses))]
public sealed class BrokenMessageTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    readonly KernelClient client = shared.Client;
    readonly KernelProcess kernel = shared.Process;

    [Fact]
    public void Every_kind_of_broken_message_is_survived_and_memory_stays()
    {
        var random = new Random(1);
        Hurt(random, Soak.Count(2000));
        var before = Memory();
        Hurt(random, Soak.Count(10_000));
        var grown = Memory() - before;

        Assert.Equal("ok", client.Run("1 + 1").Reply.Text("status"));
        Assert.True(grown < 128 << 20, $"grew by {grown >> 20} MB");
    }

    void Hurt(Random random, int times)
    {
        var channels = new[] { ("shell", "DEALER"), ("control", "DEALER"), ("stdin", "DEALER"), ("iopub", "SUB"), ("hb", "REQ") };
        for (var i = 0; i < times; i++)
        {
            var (channel, type) = channels[random.Next(channels.Length)];
            using var peer = random.Next(4) == 0 ? ZmtpPeer.Raw(kernel.Address(channel)) : kernel.Connect(channel, type);
            try
            {
                peer.SendBytes(Broken(random));
            }
            catch (System.Net.Sockets.SocketException)
            {
                // It was thrown out half-way.
            }
        }
    }

    byte[] Broken(Random random)
    {
        var frames = client.Frames("kernel_info_request", Guid.NewGuid().ToString(), new JsonObject { ["x"] = random.Next() });
        switch (random.Next(7))
        {
            case 0: // noise
                var noise = new byte[random.Next(1, 500)];
                random.NextBytes(noise);
                return noise;
            case 1: // cut off
                var whole = Encode(frames);
                return whole[..random.Next(whole.Length)];
            case 2: // a bit turned
                var turned = Encode(frames);
                turned[random.Next(turned.Length)] ^= (byte)(1 << random.Next(8));
                return turned;
            case 3: // parts left out
                return Encode([.. frames.Where(_ => random.Next(2) == 0).DefaultIfEmpty([])]);
            case 4: // wrongly signed
                frames[1] = Encoding.ASCII.GetBytes(new string('0', random.Next(100)));
                return Encode(frames);
            case 5: // twice
                return [.. Encode(frames), .. Encode(frames)];
            default: // claims much, sends little
                return [(byte)random.Next(256), (byte)random.Next(128), .. new byte[random.Next(20)]];
        }
    }

    static byte[] Encode(byte[][] frames) => [.. frames.SelectMany((frame, i) => ZmtpPeer.Encode(frame, i < frames.Length - 1))];

    long Memory()
    {
        kernel.Process.Refresh();
        return kernel.Process.WorkingSet64;
    }
}
