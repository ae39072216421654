using System.Text.Json.Nodes;
using GenerativeCourse.Evaluation;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Lectures;

/// <summary>Every number that a lecture prints as a result has its row in results.json, and agrees with it.</summary>
public sealed class ResultTests
{
    static readonly string File = Lecture.Course["notebooks", "results.json"];

    static ResultLedger Ledger => ResultLedger.Read(File);

    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public void A_printed_result_has_a_row_that_agrees(string name)
    {
        string[] faults = [.. PrintedResults.Faults(Lecture.Read(name), Ledger)];
        Assert.True(faults.Length == 0, $"{name}: {string.Join("\n", faults)}\nRun `course run --in-place notebooks/{name}`, which rewrites outputs and rows together.");
    }

    [Fact]
    public void A_row_of_the_quick_profile_is_printed_by_its_lecture()
    {
        var printed = Lecture.All.SelectMany(name => PrintedResults.Keys(Lecture.Read(name.Data))).ToHashSet();
        foreach (var row in Ledger.Rows.Where(row => row.Profile == "quick"))
            Assert.True(printed.Contains(row.Key), $"no lecture prints {row.Key}: take the row out of results.json, or run the lecture in place");
    }

    [Fact]
    public void A_row_was_measured_on_the_data_and_the_weights_that_are_there()
    {
        foreach (var row in Ledger.Rows)
        {
            var now = Results.Stamped(row with { Device = "any" });
            Assert.True(now.DatasetSha256 == row.DatasetSha256, $"{row.Key} was measured on another {row.Dataset}: measure again");
            Assert.True(now.WeightsSha256 == row.WeightsSha256, $"{row.Key} was measured from other weights than datasets/weights/{row.Weights} now holds: measure again");
        }
    }

    [Fact]
    public void The_ledger_is_in_the_form_that_the_tool_writes()
    {
        if (System.IO.File.Exists(File))
            Assert.True(Ledger.ToBytes().AsSpan().SequenceEqual(System.IO.File.ReadAllBytes(File)), "results.json is not as the tool writes it: let `course run --in-place` write it");
    }

    [Theory]
    [InlineData("test negative ELBO 101.01 nats, 95% interval 100.49 to 101.52 (recorded: 101.01, row 06.vae.elbo)\n", null)]
    [InlineData("test negative ELBO 101.90 nats (recorded: 101.01, row 06.vae.elbo)\n", null)]
    [InlineData("test negative ELBO 103.10 nats (recorded: 101.01, row 06.vae.elbo)\n", "the row says 101.00523, give or take 1.03")]
    [InlineData("test negative ELBO 101.01 nats (recorded: 101.20, row 06.vae.elbo)\n", "the row says 101.00523")]
    [InlineData("test ELBO 101.01 nats (recorded: 101.01, row 06.vae.elbo)\n", "does not begin with the row's metric")]
    [InlineData("accuracy 0.98 (not recorded, row 06.vae.accuracy)\n", "no such row")]
    [InlineData("accuracy 0.98 (recorded: 0.98, row 06.vae.accuracy)\n", "no such row")]
    [InlineData("test bound 84.71 nats: IW-500 bound, full profile, 3.2 h on cpu (recorded, row 06.conv.iw500)\n", null)]
    [InlineData("test bound 80.00 nats: IW-500 bound, full profile, 3.2 h on cpu (recorded, row 06.conv.iw500)\n", "the row says 84.71")]
    [InlineData("nothing to see\n", "shows a result and prints none")]
    public void What_disagrees_is_found(string printed, string? fault)
    {
        var ledger = new ResultLedger([
            new() { Key = "06.vae.elbo", Metric = "test negative ELBO", Value = 101.00523, Tolerance = 1.03 },
            new() { Key = "06.conv.iw500", Metric = "test bound", Value = 84.71, Tolerance = 0, Profile = "full" },
        ]);
        var lecture = Notebook.Create();
        var cell = NotebookCell.Code("c", "Results.Show(\"...\");");
        cell.Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = printed });
        lecture.Cells.Add(cell);
        if (fault is null)
            Assert.Empty(PrintedResults.Faults(lecture, ledger));
        else
            Assert.Contains(fault, Assert.Single(PrintedResults.Faults(lecture, ledger)));
    }
}
