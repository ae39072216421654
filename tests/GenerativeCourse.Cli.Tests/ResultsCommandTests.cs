using System.Text.Json;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Evaluation;

namespace GenerativeCourse.Cli.Tests;

public sealed class ResultsCommandTests : IDisposable
{
    readonly ToolRun tool = new();

    public ResultsCommandTests()
    {
        tool.Variables["COURSE_ROOT"] = tool.Folder;
        Directory.CreateDirectory(tool["notebooks"]);
    }

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_ledger_comes_as_a_table_or_as_json_and_beside_published_numbers()
    {
        Assert.Contains("No result is recorded", tool.Run("results").Output);
        new ResultLedger([
            new() { Key = "06.vae.elbo", Metric = "test negative ELBO", Model = "VAE, 20 latents", Unit = "nats", Value = 101.01, Interval = [100.49, 101.52], Dataset = "mnist", Bound = "ELBO", Binarisation = "dynamic", Device = "cpu", WallSeconds = 61 },
            new() { Key = "06.vae.units", Metric = "active units", Value = 18, Tolerance = 1 },
        ]).Write(tool["notebooks/results.json"]);

        Assert.Matches(@"06\.vae\.elbo +test negative ELBO +101\.01 +100\.49 to 101\.52 +nats +ELBO, dynamic +quick +61 s on cpu", tool.Run("results").Output);
        Assert.Equal(2, JsonDocument.Parse(tool.Run("results", "--json").Output).RootElement.GetArrayLength());

        var (code, compared) = tool.Run("results", "--compare");
        Assert.Equal(0, code);
        Assert.Contains("dynamic binarisation", compared);
        Assert.Matches(@"VAE, 20 latents +101\.01 +100\.49 to 101\.52 +ELBO +06\.vae\.elbo, quick", compared);
        Assert.Contains("The rows differ in their bound", compared);
        Assert.Contains("Without a published number on the same data, unit and binarisation: 06.vae.units.", compared);
        Assert.Equal("dynamic", JsonDocument.Parse(tool.Run("results", "--compare", "--json").Output).RootElement[0].GetProperty("task").GetProperty("binarisation").GetString());
    }

    [Fact]
    public void A_damaged_ledger_costs_one_line()
    {
        File.WriteAllText(tool["notebooks/results.json"], "[{");
        var (code, output) = tool.Run("results");
        Assert.Equal(2, code);
        Assert.Matches(@"^course: .*results\.json is damaged: [^\n]*\n$", output);
    }
}
