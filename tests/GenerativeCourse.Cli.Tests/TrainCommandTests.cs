using System.Diagnostics;
using System.Text.Json;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Data;
using GenerativeCourse.Training;

namespace GenerativeCourse.Cli.Tests;

public sealed class TrainCommandTests : IDisposable
{
    // A course's folder of the test's own, so that no run of a user is written over.
    readonly string course = Directory.CreateTempSubdirectory("course-train-").FullName;

    public TrainCommandTests() => Directory.CreateSymbolicLink(Path.Combine(course, "datasets"), Path.Combine(DatasetFolder.Root, "datasets"));

    public void Dispose() => Directory.Delete(course, recursive: true);

    static (int Code, string Errors) Refused(params string[] args)
    {
        using var errors = new StringWriter();
        return (CommandLine.Run(CourseTool.Root(), args, errors), errors.ToString());
    }

    Process Begin(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool"), ["train", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["COURSE_ROOT"] = course },
        })!;

    [Fact]
    public void Mistakes_are_named_in_a_line()
    {
        Assert.Contains("there is no model vea to train; `course train --list` names them: vae", Refused("train", "vea").Errors);
        Assert.Contains("which model?", Refused("train").Errors);
        Assert.Contains("quick or full, not big", Refused("train", "vae", "--profile", "big").Errors);
        Assert.Contains("a whole number from 1, not 0", Refused("train", "vae", "--steps", "0").Errors);
        Assert.Contains("bf16 or fp32, not fp8", Refused("train", "vae", "--precision", "fp8").Errors);
    }

    [Fact]
    public void The_models_are_listed_each_with_what_it_is()
    {
        using Process process = Begin("--list");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Matches(@"(?m)^vae\s+\S", output);
    }

    [Fact]
    public async Task An_interrupted_run_leaves_a_checkpoint_and_is_resumed_to_weights_and_their_measure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "interrupts by a signal");
        using (Process running = Begin("vae"))
        {
            while (running.StandardError.ReadLine() is { } line && !line.Contains("/600"))
            {
            }
            ToolRun.Interrupt(running);
            string said = running.StandardError.ReadToEnd();
            running.WaitForExit();
            Assert.Equal(130, running.ExitCode);
            Assert.Contains("stopped; `course train vae --profile quick --resume` goes on", said);
        }
        Assert.True(File.Exists(Path.Combine(course, "out", "train", "vae-conv-quick.checkpoint")));

        using Process resumed = Begin("vae", "--resume", "--steps", "4", "--precision", "fp32");
        var errors = resumed.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = resumed.StandardOutput.ReadToEnd();
        resumed.WaitForExit();
        Assert.True(resumed.ExitCode == 0, await errors);
        Assert.Contains("nats (IW-20, 500 test images)", output);
        string weights = Path.Combine(course, "out", "train", "vae-conv-quick.safetensors");
        string measured = File.ReadAllText(Path.Combine(course, "out", "train", "vae-conv-quick.json"));
        Assert.InRange(JsonDocument.Parse(measured).RootElement.GetProperty("peak_bytes").GetInt64(), 50L << 20, 1L << 40);
        Assert.Equal("CC-BY-SA-3.0", Safetensors.LoadMetadata(weights)["licence"]);
    }

    [Fact]
    public void A_run_that_is_not_there_cannot_be_resumed()
    {
        using Process process = Begin("vae", "--resume");
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("no run of vae to resume", errors);
    }
}
