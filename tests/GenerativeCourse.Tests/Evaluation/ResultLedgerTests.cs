using GenerativeCourse.Evaluation;

namespace GenerativeCourse.Tests.Evaluation;

public sealed class ResultLedgerTests : IDisposable
{
    static readonly ResultRow Row = new()
    {
        Key = "06.vae.elbo", Metric = "test negative ELBO", Unit = "nats", Value = 101.005, Interval = [100.491, 101.52], Tolerance = 1.03, Model = "MLP, 20 latents", Dataset = "mnist", Seeds = [6], Bound = "ELBO",
        Binarisation = "dynamic", Parameters = 836_000, Device = "cpu", WallSeconds = 61.5, PeakBytes = 1 << 30, Commit = "abc",
    };

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("course-results-");

    string File => Path.Combine(folder.FullName, "results.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_is_written_comes_back_and_gives_the_same_bytes()
    {
        var ledger = new ResultLedger([Row with { Key = "10.x.y" }, Row, Row with { Profile = "full", Value = 84.7 }]);
        ledger.Write(File);
        var back = ResultLedger.Read(File);
        Assert.Equal(["06.vae.elbo quick", "06.vae.elbo full", "10.x.y quick"], back.Rows.Select(row => $"{row.Key} {row.Profile}"));
        Assert.Equal(ledger.ToBytes(), back.ToBytes());
        Assert.Equal(84.7, back.Find("06.vae.elbo")!.Value);
        Assert.Equal(101.005, back.Find("06.vae.elbo", "quick")!.Value);
        Assert.Null(back.Find("06.vae.nothing"));
        Assert.Equal(["results.json"], folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public void A_row_that_says_the_same_keeps_its_wall_time_and_commit()
    {
        var ledger = new ResultLedger([Row]);
        var again = Row with { WallSeconds = 75, PeakBytes = 5, Commit = "def", Device = "cuda:0", Interval = [100.491, 101.52], Seeds = [6] };
        Assert.Equal(ledger.ToBytes(), ledger.With([again]).ToBytes());
        var other = ledger.With([again with { Value = 100.9 }]).Find(Row.Key)!;
        Assert.Equal((100.9, 75, "def"), (other.Value, other.WallSeconds, other.Commit));
        Assert.Equal("def", ledger.With([again with { Seeds = [7] }]).Find(Row.Key)!.Commit);
    }

    [Fact]
    public void A_file_that_did_not_change_is_not_written()
    {
        new ResultLedger([Row]).Write(File);
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        System.IO.File.SetLastWriteTimeUtc(File, before);
        new ResultLedger([Row]).Write(File);
        Assert.Equal(before, System.IO.File.GetLastWriteTimeUtc(File));
    }

    [Fact]
    public void Malformed_rows_and_files_are_refused_with_one_line()
    {
        (ResultRow Row, string Fault)[] wrong =
        [
            (Row with { Key = "vae.elbo" }, "lecture.model.metric"),
            (Row with { Key = "06.VAE.elbo" }, "small letters"),
            (Row with { Value = double.NaN }, "no result"),
            (Row with { Interval = [2, 1] }, "a low and a high end"),
            (Row with { Bound = "IWAE" }, "exact, ELBO or IW-k"),
            (Row with { Binarisation = "both" }, "static, dynamic or none"),
            (Row with { Profile = "huge" }, "neither quick nor full"),
            (Row with { Tolerance = -1 }, "no distance"),
        ];
        foreach (var (row, fault) in wrong)
            Assert.Contains(fault, Assert.Throws<ResultException>(() => new ResultLedger([row])).Message);
        System.IO.File.WriteAllText(File, "[{");
        Assert.StartsWith($"{File} is damaged: ", Assert.Throws<ResultException>(() => ResultLedger.Read(File)).Message);
        Assert.Empty(ResultLedger.Read(File + ".none").Rows);
    }
}
