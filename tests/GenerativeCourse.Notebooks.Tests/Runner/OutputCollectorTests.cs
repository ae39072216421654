using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Tests.Runner;

public sealed class OutputCollectorTests
{
    readonly OutputCollector collector = new(new OutputLimits(Kept: 100, Dropped: 1000));

    void Write(string text, string name = "stdout") => collector.Add("stream", new JsonObject { ["name"] = name, ["text"] = text });

    void Display(string text, string? id = null, string type = "display_data") => collector.Add(type, new JsonObject
    {
        ["data"] = new JsonObject { ["text/plain"] = text },
        ["metadata"] = new JsonObject(),
        ["transient"] = id is null ? null : new JsonObject { ["display_id"] = id },
    });

    void Clear(bool wait) => collector.Add("clear_output", new JsonObject { ["wait"] = wait });

    static string Summary(JsonArray outputs) => string.Join('|', outputs.Select(output => (string?)output!["output_type"] == "stream"
        ? $"{output["name"]}:{output["text"]}"
        : (string?)output["data"]?["text/plain"] ?? $"error {output["evalue"]}"));

    [Fact]
    public void Text_of_one_stream_is_gathered_until_something_else_comes()
    {
        collector.Begin();
        Write("a");
        Write("b");
        Write("c", "stderr");
        Display("d");
        Write("e", "stderr");

        Assert.Equal("stdout:ab|stderr:c|d|stderr:e", Summary(collector.End()));
    }

    [Fact]
    public void An_update_reaches_every_display_of_its_id_in_earlier_cells_too()
    {
        collector.Begin();
        Display("1", "x");
        Display("other", "y");
        var first = collector.End();
        collector.Begin();
        Display("2", "x");
        Display("3", "x", "update_display_data");
        Display("lost", "z", "update_display_data");

        Assert.Equal("3", Summary(collector.End()));
        Assert.Equal("3|other", Summary(first));
        Assert.False(first[0]!.AsObject().ContainsKey("transient"));
    }

    [Fact]
    public void Clearing_takes_away_at_once_or_with_the_next_output()
    {
        collector.Begin();
        Write("a");
        Clear(wait: false);
        Write("b");
        Clear(wait: true);
        Assert.Equal("stdout:b", Summary(collector.End()));
        Display("c");

        Assert.Equal("c", Summary(collector.End()));
    }

    [Fact]
    public void Waiting_to_clear_ends_with_the_cell()
    {
        collector.Begin();
        Write("a");
        Clear(wait: true);
        var first = collector.End();
        collector.Begin();
        Write("b");

        Assert.Equal("stdout:b", Summary(collector.End()));
        Assert.Equal("stdout:a", Summary(first));
    }

    [Fact]
    public void Output_beyond_what_is_kept_is_counted_and_beyond_the_hard_limit_is_a_flood()
    {
        collector.Begin();
        Write(new string('a', 90));
        Write(new string('b', 90));
        Display("dropped");
        Assert.False(collector.Flooded);
        Write(new string('c', 1000));
        Assert.True(collector.Flooded);

        var outputs = collector.End();

        Assert.Equal($"stdout:{new string('a', 90)}{new string('b', 10)}|stderr:[1,097 bytes of output are left out: the cell wrote more than 100.]\n", Summary(outputs));
    }

    [Fact]
    public void A_display_that_is_updated_or_cleared_for_ever_is_no_flood()
    {
        collector.Begin();
        Display("0", "x");
        for (var i = 0; i < 1000; i++)
        {
            Display(new string('1', 50), "x", "update_display_data");
            Clear(wait: true);
            Display(new string('2', 50));
        }

        Assert.False(collector.Flooded);
        Assert.Equal(new string('2', 50), Summary(collector.End()));
    }

    [Fact]
    public void A_surrogate_pair_is_not_torn()
    {
        collector.Begin();
        Write(new string('a', 99) + "😀");

        Assert.StartsWith($"stdout:{new string('a', 99)}|", Summary(collector.End()));
    }

    [Fact]
    public void The_runners_error_takes_the_place_of_the_kernels_interruption()
    {
        collector.Begin();
        Write("a");
        collector.Add("error", new JsonObject { ["ename"] = "Interrupted", ["evalue"] = "stopped", ["traceback"] = new JsonArray() });
        collector.AddFailure("Timeout", "too long");

        Assert.Equal("stdout:a|error too long", Summary(collector.End()));
    }

    [Fact]
    public void A_result_keeps_its_count_and_data_that_is_json()
    {
        collector.Begin();
        collector.Add("execute_result", new JsonObject { ["execution_count"] = 4, ["data"] = new JsonObject { ["application/json"] = new JsonArray(1, 2) } });

        Assert.Equal("""{"output_type":"execute_result","data":{"application/json":[1,2]},"metadata":{},"execution_count":4}""", collector.End()[0]!.ToJsonString());
    }
}
