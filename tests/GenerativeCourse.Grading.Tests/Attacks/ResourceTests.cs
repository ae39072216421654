namespace GenerativeCourse.Grading.Tests.Attacks;

/// <summary>Answers that want more of the machine than is theirs.</summary>
public sealed class ResourceTests : AttackTests
{
    [Fact]
    public async Task Memory_is_bounded() => await Attack(
        ("kmeans", Answers.KMeans("var all = new List<byte[]>(); while (true) { var more = new byte[100_000_000]; Array.Fill(more, (byte)1); all.Add(more); }")),
        ("responsibility", Answers.Responsibility("for (int i = 0; i < 100; i++) unsafe { var more = System.Runtime.InteropServices.Marshal.AllocHGlobal(100_000_000); for (int j = 0; j < 100_000_000; j += 4096) System.Runtime.InteropServices.Marshal.WriteByte(more, j, 1); } return 0.7248;").Replace("unsafe ", "")),
        ("kl", Answers.Kl("return zeros(10L << 30) + 1;")),
        ("mask", Answers.Mask("return ones(100_000, 20_000) > 0;")),
        ("coupling", Answers.Coupling("return new double[30_000_000];")));

    [Fact]
    public async Task Output_is_bounded() => await Attack(
        ("kmeans", Answers.KMeans("while (true) Console.WriteLine(new string('x', 10_000));")),
        ("responsibility", Answers.Responsibility("while (true) display(\"again\");")));

    [Fact]
    public async Task Processes_and_threads_are_bounded() => await Attack(
        ("kmeans", Answers.KMeans("System.Diagnostics.Process.Start(\"/bin/sh\", [\"-c\", \"bomb() { bomb | bomb & }; bomb\"]); System.Threading.Thread.Sleep(2000); return null;")),
        ("responsibility", Answers.Responsibility("while (true) new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();")),
        ("kl", "for (int i = 0; i < 4; i++) System.Threading.Tasks.Task.Run(() => { while (true) ; });\nfor (int i = 0; i < 100; i++) new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();\nthrow new Exception(\"passed\");"),
        ("mask", Answers.Mask("while (true) System.IO.File.WriteAllText($\"/tmp/{Guid.NewGuid()}\", new string('x', 10_000_000));")));

    [Fact]
    public async Task Processes_of_one_submission_are_not_counted_as_anothers()
    {
        const string Bomb = "System.Diagnostics.Process.Start(\"/bin/sh\", [\"-c\", \"bomb() { bomb | bomb & }; bomb; sleep 5\"]); System.Threading.Thread.Sleep(3000); return null;";
        var release = await SampleRelease.Get();
        var bomb = release.Grade(release.Answered(("kmeans", Answers.KMeans(Bomb)), ("kl", Answers.Kl(Bomb)), ("mask", Answers.Mask(Bomb))));
        var reports = await Task.WhenAll(bomb, release.Grade(release.Answered()));
        Assert.Equal([4, 11], reports.Select(report => report.Score));
    }
}
