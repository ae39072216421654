using System.Diagnostics;
using System.Text.Json;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Data;
using GenerativeCourse.Training;

namespace GenerativeCourse.Cli.Tests;

public sealed class TrainCommandTests : IDisposable
{
    readonly ToolRun tool = new();

    // A course's folder of the test's own, so that no run of a user is written over.
    public TrainCommandTests()
    {
        Directory.CreateSymbolicLink(tool["datasets"], Path.Combine(DatasetFolder.Root, "datasets"));
        tool.Variables["COURSE_ROOT"] = tool.Folder;
    }

    public void Dispose() => tool.Dispose();

    static (int Code, string Errors) Refused(params string[] args)
    {
        using var errors = new StringWriter();
        return (CommandLine.Run(CourseTool.Root(), args, errors), errors.ToString());
    }

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
        (int code, string output) = tool.Run("train", "--list");
        Assert.Equal(0, code);
        Assert.Matches(@"(?m)^vae\s+\S", output);
    }

    [Fact]
    public void An_interrupted_run_leaves_a_checkpoint_and_is_resumed_to_weights_and_their_measure()
    {
        Peer.RequireInterrupts();
        using (Process running = tool.Begin("train", "vae"))
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
        Assert.True(File.Exists(tool["out/train/vae-conv-quick.checkpoint"]));

        (int code, string output) = tool.Run("train", "vae", "--resume", "--steps", "4", "--precision", "fp32");
        Assert.True(code == 0, output);
        Assert.Contains("nats (IW-20, 500 test images)", output);
        string weights = tool["out/train/vae-conv-quick.safetensors"];
        string measured = File.ReadAllText(tool["out/train/vae-conv-quick.json"]);
        Assert.InRange(JsonDocument.Parse(measured).RootElement.GetProperty("peak_bytes").GetInt64(), 50L << 20, 1L << 40);
        Assert.Equal("CC-BY-SA-3.0", Safetensors.LoadMetadata(weights)["licence"]);
    }

    [Fact]
    public void A_run_that_is_not_there_cannot_be_resumed()
    {
        (int code, string output) = tool.Run("train", "vae", "--resume");
        Assert.Equal(2, code);
        Assert.Contains("no run of vae to resume", output);
    }
}
