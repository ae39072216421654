using System.Net;
using System.Net.Sockets;

namespace GenerativeCourse.Grading.Tests.Attacks;

/// <summary>Answers that look for what is expected, or for a way out: each is right once it finds something.</summary>
public sealed class SpyTests : AttackTests
{
    const string Right = "return [.. points.Select(p => Enumerable.Range(0, centres.Length).MinBy(k => Math.Abs(p - centres[k])))];";

    static string Unless(string attempt) => Answers.KMeans($"try {{ if (!({attempt})) return null; }} catch {{ return null; }} {Right}");

    [Fact]
    public async Task The_key_the_release_and_the_accounts_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        (await SampleRelease.Get()).Write(folder.File("week6"));
        await Attack(("kmeans", Unless($"File.ReadAllText(\"{folder.Path}/week6.key\").Length > 0 || Directory.GetFileSystemEntries(\"/\").Any(entry => entry is \"/home\" or \"/root\" or \"/var\" or \"/srv\")")));
        await Attack(("kmeans", Unless("File.Exists(\"/etc/passwd\") || File.Exists(\"/etc/shadow\") || File.Exists(\"/etc/hosts\") || Directory.EnumerateFiles(\"/tmp\", \"*.key\", SearchOption.AllDirectories).Any()")));
    }

    [Fact]
    public async Task The_system_cannot_be_written()
    {
        var beside = AppContext.BaseDirectory;
        await Attack(("kmeans", Unless($"new[] {{ \"/usr/x\", \"/etc/x\", \"/x\", \"/dev/x\", \"{beside}x\" }}.Any(file => {{ try {{ File.WriteAllText(file, \"x\"); return true; }} catch {{ return false; }} }})")));
        Assert.False(File.Exists(Path.Combine(beside, "x")));
    }

    [Fact]
    public async Task The_network_cannot_be_reached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await Attack(("kmeans", Unless($"new System.Net.Sockets.TcpClient(\"127.0.0.1\", {port}).Connected")));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Other_processes_their_memory_and_their_variables_are_out_of_sight()
    {
        Environment.SetEnvironmentVariable("COURSE_SECRET_OF_A_TEST", "expected values");
        await Attack(("kmeans", Unless(
            "Directory.GetDirectories(\"/proc\").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Any(folder => { try { return File.ReadAllText(folder + \"/environ\").Contains(\"COURSE_SECRET\") || !File.ReadAllText(folder + \"/cmdline\").Contains(\"--kernel-worker\"); } catch { return false; } }) || Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(name => name.Contains(\"SECRET\"))")));
        await Attack(("kmeans", Unless($"File.Exists(\"/proc/{Environment.ProcessId}/mem\") && File.ReadAllText(\"/proc/{Environment.ProcessId}/cmdline\").Contains(\"Tests\")")));
    }

    [Fact]
    public async Task Nothing_that_is_expected_is_in_the_process() => await Attack(
        ("kmeans", Unless("AppDomain.CurrentDomain.GetAssemblies().SelectMany(assembly => assembly.GetTypes()).Any(type => type.Name == \"AssignmentKey\" || type.Name == \"KeyTest\")")),
        ("responsibility", "double Responsibility(double x) { CheckRecord.Begin(); return 0; }"),
        ("mask", "Tensor CausalMask(long length) { foreach (var field in typeof(CheckRecord).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)) field.SetValue(null, null); return null; }"));

    [Fact]
    public async Task The_account_is_nobody_and_may_do_nothing_more() => await Attack(
        ("kmeans", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern uint getuid();\n[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int setuid(uint user);\n"
            + Unless("getuid() == 0 || setuid(0) == 0 || File.ReadAllText(\"/proc/self/status\").Split('\\n').Any(line => line.StartsWith(\"CapEff\") && line.Trim('\\t', ' ').Split('\\t')[1].Trim('0').Length > 0)")));

    [Fact]
    public async Task Hidden_inputs_do_not_reach_the_feedback()
    {
        // All that an answer ever sees is put into what it throws, prints and returns.
        var report = await Attack(
            ("kmeans", "static string seen = \"\";\n" + Answers.KMeans("seen += string.Join(' ', points) + ';'; Console.WriteLine(seen); throw new Exception(seen);")),
            ("responsibility", Answers.Responsibility("throw new Exception(\"saw \" + x);")),
            ("kl", Answers.Kl("throw new Exception(\"saw \" + string.Join(' ', mean.data<float>().ToArray()));")));
        var told = string.Join('\n', report.Notebooks.Single().Cells.SelectMany(cell => cell.Checks).Select(check => $"{check.Name} {check.Message}").Append(string.Join('\n', report.Notebooks.Single().Notes)));
        Assert.Contains("0.1 0.9 2.2", told);
        foreach (var secret in (string[])["1.4", "1.25", "-0.75"])
            Assert.DoesNotContain(secret, told);
    }
}
