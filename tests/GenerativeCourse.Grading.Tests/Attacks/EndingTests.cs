namespace GenerativeCourse.Grading.Tests.Attacks;

/// <summary>Answers that end their process, each in its own way, and answers that do not end: each costs its own points alone.</summary>
public sealed class EndingTests : AttackTests
{
    [Fact]
    public async Task Ending_the_process_costs_the_answer_that_does_it()
    {
        var report = await Attack(
            ("kmeans", "Environment.Exit(0);"),
            ("responsibility", Answers.Responsibility("Environment.FailFast(\"passed\"); return 0;")),
            ("kl", "Tensor Kl(Tensor mean, Tensor logVariance) => Kl(mean, logVariance);"),
            ("mask", Answers.Mask("new System.Threading.Thread(() => throw new Exception(\"from a thread\")).Start(); System.Threading.Thread.Sleep(5000); return null;")));
        Assert.Contains("ended its process", Said(report, "kmeans"));
        Assert.Contains("stack overflowed", Said(report, "kl"));
    }

    [Fact]
    public async Task Signals_reach_no_other_process() => await Attack(
        ("kmeans", Answers.KMeans("System.Diagnostics.Process.GetCurrentProcess().Kill(); return null;")),
        ("responsibility", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int kill(int process, int signal);\n" + Answers.Responsibility("kill(-1, 9); kill(1, 9); System.Threading.Thread.Sleep(3000); return 0;")),
        ("kl", Answers.Kl("System.Runtime.InteropServices.Marshal.WriteInt32(IntPtr.Zero, 1); return null;")));

    [Fact]
    public async Task What_does_not_end_is_ended()
    {
        var report = await Attack(
            ("kmeans", Answers.KMeans("while (true) { }")),
            ("responsibility", Answers.Responsibility("while (true) try { System.Threading.Thread.Sleep(1); for (int i = 0; i < 100_000_000; i++) ; } catch { }")));
        Assert.Contains("did not end in its time, 8 s of processor time", Said(report, "kmeans"));
    }
}
