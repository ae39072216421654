using GenerativeCourse.Evaluation;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Tests.Running;

/// <summary>The way of a number: a cell of a course prints it, <c>course run --in-place</c> records it, and a later run is held to it.</summary>
public sealed class ResultRecordingTests : IDisposable
{
    const string Setup = "#r \"nuget: GenerativeCourse\"\nusing GenerativeCourse.Evaluation;";

    readonly ToolRun tool = new();

    public ResultRecordingTests()
    {
        Directory.CreateDirectory(tool["datasets"]);
        File.WriteAllText(tool["datasets/README.md"], "");
        Directory.CreateDirectory(tool["notebooks"]);
        tool.Variables["COURSE_ROOT"] = tool.Folder;
    }

    public void Dispose() => tool.Dispose();

    string Ledger => tool["notebooks/results.json"];

    [Fact]
    public void A_number_is_recorded_and_later_runs_are_held_to_it()
    {
        Write("06-x.ipynb", "Results.Show(\"06.x.elbo\", 101.00523, interval: (100.4911, 101.51996), metric: \"test negative ELBO\", unit: \"nats\", bound: \"ELBO\", binarisation: \"dynamic\", seeds: [6]);");
        Assert.Contains("not recorded, row 06.x.elbo", Run("06-x.ipynb", "--out", "written"));
        Assert.False(File.Exists(Ledger));

        Run("06-x.ipynb", "--in-place");
        var row = Assert.Single(ResultLedger.Read(Ledger).Rows);
        Assert.Equal(("06.x.elbo", 101.00523, 1.02886, "quick", "ELBO"), (row.Key, row.Value, row.Tolerance, row.Profile, row.Bound));
        Assert.StartsWith("cpu, ", row.Device);
        Assert.True(row.WallSeconds > 0 && row.PeakBytes > 1_000_000);
        Assert.Equal("test negative ELBO 101.01 nats, 95% interval 100.49 to 101.52 (recorded: 101.01, row 06.x.elbo)\n", Printed("notebooks/06-x.ipynb"));

        // The same again changes no byte; a number within the tolerance passes, with what the row knows of it; one beyond fails the cell.
        var before = File.ReadAllBytes(Ledger);
        Run("06-x.ipynb", "--in-place");
        Assert.Equal(before, File.ReadAllBytes(Ledger));
        Write("06-x.ipynb", "Results.Show(\"06.x.elbo\", 101.9);");
        Assert.Contains("test negative ELBO 101.90 nats (recorded: 101.01, row 06.x.elbo)", Run("06-x.ipynb", "--out", "written"));
        Write("06-x.ipynb", "Results.Show(\"06.x.elbo\", 103.1);");
        Assert.Contains("06.x.elbo: test negative ELBO is 103.10, further than 1.029 from the recorded 101.01", Run(code: 1, "06-x.ipynb", "--out", "written"));
        Assert.Equal(before, File.ReadAllBytes(Ledger));
    }

    [Fact]
    public void The_full_profile_is_held_to_its_own_rows_and_a_recorded_number_is_shown_with_its_cost()
    {
        new ResultLedger([
            new() { Key = "06.x.elbo", Metric = "bound", Value = 101, Tolerance = 1 },
            new() { Key = "06.conv.iw500", Metric = "test bound", Unit = "nats", Value = 84.71, Interval = [84.5, 84.92], Profile = "full", Bound = "IW-500", Binarisation = "dynamic", Parameters = 1234567, Device = "cpu, 2 threads", WallSeconds = 11520 },
        ]).Write(Ledger);
        Write("06-x.ipynb", "Results.Show(\"06.x.elbo\", 90);", "Results.Show(\"06.conv.iw500\");");
        Run("06-x.ipynb", "--out", "written", "--profile", "full");
        Assert.Equal(
            "bound 90.00 (recorded in the quick profile: 101.00, row 06.x.elbo)\n"
            + "test bound 84.710 nats, 95% interval 84.500 to 84.920: IW-500 bound, dynamic binarisation, 1,234,567 parameters, full profile, 3.2 h on cpu, 2 threads (recorded, row 06.conv.iw500)\n",
            Printed("written/06-x.ipynb"));
    }

    [Fact]
    public void Rows_that_a_lecture_no_longer_prints_go_and_others_stay()
    {
        new ResultLedger([
            new() { Key = "06.x.gone", Value = 1 }, new() { Key = "06.x.trained", Value = 1, Profile = "full" }, new() { Key = "05.y.kept", Value = 1 },
        ]).Write(Ledger);
        Write("06-x.ipynb", "Results.Show(\"06.x.new\", 2);");
        Run("06-x.ipynb", "--in-place");
        Assert.Equal(["05.y.kept", "06.x.new", "06.x.trained"], ResultLedger.Read(Ledger).Rows.Select(row => row.Key));
    }

    [Fact]
    public void A_lecture_that_fails_or_prints_anothers_key_records_nothing()
    {
        Write("06-x.ipynb", "Results.Show(\"06.x.new\", 2);", "throw new Exception();");
        Run(code: 1, "06-x.ipynb", "--in-place");
        Write("06-x.ipynb", "Results.Show(\"05.x.new\", 2);");
        Assert.Contains("whose key is not its own", Run(code: 1, "06-x.ipynb", "--in-place"));
        Write("06-x.ipynb", "Results.Show(\"06.x.new\", 2, bound: \"IWAE\");");
        Assert.Contains("is not exact, ELBO or IW-k", Run(code: 1, "06-x.ipynb", "--in-place"));
        Assert.False(File.Exists(Ledger));
    }

    [Fact]
    public void Where_there_is_no_row_to_show_it_says_so()
    {
        Write("06-x.ipynb", "Results.Show(\"06.x.none\");");
        Assert.Contains("06.x.none is not recorded in", Run(code: 1, "06-x.ipynb"));
    }

    void Write(string name, params string[] sources)
    {
        var notebook = Notebook.Create();
        foreach (var source in sources.Prepend(Setup))
            notebook.Cells.Add(NotebookCell.Code($"c{notebook.Cells.Count}", source));
        notebook.Write(tool[$"notebooks/{name}"]);
    }

    string Run(params string[] arguments) => Run(0, arguments);

    // What the tool said, and what the cells printed.
    string Run(int code, params string[] arguments)
    {
        var (ended, output) = tool.Run(["run", $"notebooks/{arguments[0]}", .. arguments[1..]]);
        var written = Array.IndexOf(arguments, "--out") is >= 0 and var at ? $"{arguments[at + 1]}/{arguments[0]}" : $"notebooks/{arguments[0]}";
        Assert.True(ended == code, output);
        return output + (File.Exists(tool[written]) ? Printed(written) : "");
    }

    string Printed(string name) => string.Concat(Notebook.Read(tool[name]).CodeCells.SelectMany(cell => cell.Outputs).Select(output => (string?)output!["text"] ?? (string?)output["evalue"] ?? ""));
}
