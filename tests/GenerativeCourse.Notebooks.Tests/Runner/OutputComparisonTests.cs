using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Tests.Runner;

public sealed class OutputComparisonTests
{
    static JsonArray Stream(string text) => [new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text }];

    static JsonArray Display(string type, JsonNode data) =>
        [new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { [type] = data } }];

    [Theory]
    [InlineData("done in 1.23 s", "done in 0.98 s")]
    [InlineData("took  9 ms.", "took 12 ms.")]
    [InlineData("Wall time: 812.5ms", "Wall time: 1.2s")]
    [InlineData("3 µs", "2.1 ns")]
    [InlineData("2 minutes 5 seconds", "1 min 59 sec")]
    [InlineData("512.3 images/s", "498.7 images/s")]
    [InlineData("[00:12<01:48, 8.3 it/s]", "[00:11<01:50, 8.9 it/s]")]
    [InlineData("at 2026-01-02 03:04:05.678 it ended", "at 2026-02-03T04:05:06Z it ended")]
    [InlineData("1,024 steps/s", "999 steps/s")]
    public void Timings_are_no_difference(string before, string after)
    {
        Assert.True(OutputComparison.SameButTimings(Stream(before), Stream(after)), $"{OutputComparison.Mask(before)} / {OutputComparison.Mask(after)}");
        Assert.True(OutputComparison.SameButTimings(Display("text/html", before), Display("text/html", after)));
        Assert.True(OutputComparison.SameButTimings(Display("application/json", new JsonObject { ["a"] = before }), Display("application/json", new JsonObject { ["a"] = after })));
    }

    [Theory]
    [InlineData("loss 1.23", "loss 1.24")]
    [InlineData("5 samples", "6 samples")]
    [InlineData("rows [10:28]", "rows [10:32]")]
    [InlineData("10 steps", "12 steps")]
    [InlineData("a 1 s", "b 1 s")]
    [InlineData("x1s", "x2s")]
    public void Anything_else_is(string before, string after) =>
        Assert.False(OutputComparison.SameButTimings(Stream(before), Stream(after)), OutputComparison.Mask(before));

    [Fact]
    public void Pictures_must_be_the_same() =>
        Assert.False(OutputComparison.SameButTimings(Display("image/png", "AA+3s/="), Display("image/png", "AA+4s/=")));

    [Fact]
    public void Execution_counts_say_nothing()
    {
        static JsonArray Result(int count) => [new JsonObject { ["output_type"] = "execute_result", ["execution_count"] = count, ["data"] = new JsonObject(), ["metadata"] = new JsonObject() }];

        Assert.True(OutputComparison.SameButTimings(Result(1), Result(2)));
    }

    [Fact]
    public void Numbers_of_outputs_types_and_fields_count()
    {
        Assert.False(OutputComparison.SameButTimings([], Stream("a")));
        Assert.False(OutputComparison.SameButTimings(Stream("a"), Display("text/plain", "a")));
        Assert.False(OutputComparison.SameButTimings(Display("text/plain", "a"), Display("text/html", "a")));
        Assert.False(OutputComparison.SameButTimings(Display("application/json", 1), Display("application/json", 2)));
    }
}
