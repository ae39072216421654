using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Outputs;

namespace GenerativeCourse.Grading.Tests.Outputs;

public sealed class OutputLogTests
{
    const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAAAAADoj0EtAAAAE0lEQVR42mP4z4CADAz/cUCKZQC3Ly/R9CNtqgAAAABJRU5ErkJggg==";

    readonly OutputLog log = new();

    void Add(string json) => log.Add((string)JsonNode.Parse(json)!["output_type"]!, JsonNode.Parse(json)!.AsObject());

    void Display(string type, string data) => log.Add("display_data", new JsonObject { ["data"] = new JsonObject { [type] = data } });

    // A PNG's signature and header, of any size in pixels.
    static string PngOf(int width, int height) => Convert.ToBase64String([0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. Bytes(width), .. Bytes(height), 8, 2, 0, 0, 0]);

    static byte[] Bytes(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    [Fact]
    public void Text_of_one_stream_is_one_output_and_another_streams_is_another()
    {
        Add("""{"output_type":"stream","name":"stdout","text":"a"}""");
        Add("""{"output_type":"stream","name":"stdout","text":["b\n","c"]}""");
        Add("""{"output_type":"stream","name":"stderr","text":"d"}""");
        Add("""{"output_type":"error","ename":"E","evalue":"v","traceback":["E: v","  at cell"]}""");
        Assert.Equal([(OutputKind.Text, "ab\nc"), (OutputKind.Text, "d"), (OutputKind.Error, "E: v\n  at cell")], log.Outputs.Select(output => (output.Kind, output.Text)));
    }

    [Fact]
    public void Long_text_is_cut_and_what_is_left_out_is_counted()
    {
        for (var i = 0; i < 3; i++)
            log.Add("stream", new JsonObject { ["name"] = "stdout", ["text"] = new string('x', 15_000) });
        var output = Assert.Single(log.Outputs);
        Assert.Equal((20_000, 25_000), (output.Text.Length, output.Left));
    }

    [Fact]
    public void Of_many_outputs_the_first_are_kept_and_the_rest_is_counted()
    {
        for (var i = 0; i < 100; i++)
            Display("text/plain", $"{i}");
        Assert.Equal(41, log.Outputs.Count);
        Assert.Equal(new CellOutput(OutputKind.Unshown, "60 outputs more"), log.Outputs[^1]);
    }

    [Fact]
    public void Of_an_output_without_end_the_same_is_told_however_far_it_came()
    {
        static IReadOnlyList<CellOutput> Endless(int lines, int displays)
        {
            var log = new OutputLog();
            for (var i = 0; i < lines; i++)
                log.Add("stream", new JsonObject { ["name"] = "stdout", ["text"] = "again and again\n" });
            for (var i = 0; i < displays; i++)
                log.Add("display_data", new JsonObject { ["data"] = new JsonObject { ["text/plain"] = "again" } });
            return log.Outputs;
        }

        Assert.Equal(Endless(9_000, 0), Endless(20_000, 0));
        Assert.Equal(CellOutput.MostLeft, Endless(9_000, 0)[0].Left);
        Assert.Equal(Endless(0, 1_040), Endless(0, 3_000));
        Assert.Equal("At least 1000 outputs more", Endless(0, 1_040)[^1].Text);
    }

    [Fact]
    public void Text_behind_the_outputs_that_are_kept_is_counted_and_joins_none_of_them()
    {
        for (var i = 0; i < 40; i++)
            Display("text/plain", $"{i}");
        for (var i = 0; i < 3; i++)
            Add("""{"output_type":"stream","name":"stdout","text":"x"}""");
        Assert.Equal(new CellOutput(OutputKind.Text, "39"), log.Outputs[39]);
        Assert.Equal("1 output more", log.Outputs[^1].Text);
    }

    [Fact]
    public void A_picture_is_kept_before_text_and_markup_never()
    {
        Add($$$"""{"output_type":"display_data","data":{"text/html":"<b>x</b>","image/png":"{{{Png}}}\n","text/plain":"x"}}""");
        Add("""{"output_type":"execute_result","data":{"text/html":"<script>1</script>","text/plain":"x"}}""");
        Add("""{"output_type":"display_data","data":{"application/javascript":"alert(1)"}}""");
        Assert.Equal([new(OutputKind.Picture, Png, "image/png"), new(OutputKind.Text, "x"), new(OutputKind.Unshown, "text/html"), new(OutputKind.Unshown, "application/javascript")], log.Outputs);
    }

    [Fact]
    public void What_an_answer_gives_when_it_is_asked_is_no_output()
    {
        log.TakesValues = false;
        Add("""{"output_type":"execute_result","data":{"text/plain":"x"}}""");
        Assert.Empty(log.Outputs);
    }

    [Fact]
    public void What_only_says_that_it_is_a_picture_is_told_and_not_kept()
    {
        string[] html = [.. ((string[])["<script>alert(1)</script>", "GIF89a", "\x89PNG"]).Select(text => Convert.ToBase64String(Encoding.Latin1.GetBytes(text)))];
        foreach (var data in (string[])[.. html, "no base64", PngOf(60_000, 60_000), PngOf(9_000, 9_000), PngOf(0, 5), PngOf(-1, 5)])
            Display("image/png", data);
        Display("image/jpeg", Png);
        Assert.Equal(9, log.Outputs.Count);
        Assert.All(log.Outputs, output => Assert.Equal((OutputKind.Unshown, "image/"), (output.Kind, output.Text[..6])));
    }

    [Fact]
    public void A_jpeg_says_its_size_behind_other_segments()
    {
        byte[] Jpeg(int height, int width) => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];
        Display("image/jpeg", Convert.ToBase64String(Jpeg(20, 30)));
        Display("image/jpeg", Convert.ToBase64String(Jpeg(20, 30_000)));
        Display("image/jpeg", Convert.ToBase64String(Jpeg(20, 30)[..9]));
        Assert.Equal([OutputKind.Picture, OutputKind.Unshown, OutputKind.Unshown], log.Outputs.Select(output => output.Kind));
    }

    [Fact]
    public void A_drawing_is_svg_without_a_document_type()
    {
        Display("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>");
        Display("image/svg+xml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>");
        Display("image/svg+xml", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>");
        Display("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect></svg>");
        Assert.Equal([OutputKind.Picture, OutputKind.Unshown, OutputKind.Unshown, OutputKind.Unshown], log.Outputs.Select(output => output.Kind));
    }

    [Fact]
    public void Pictures_have_a_bound_together()
    {
        var large = Convert.ToBase64String([.. Convert.FromBase64String(PngOf(10, 10)), .. new byte[1_900_000]]);
        for (var i = 0; i < 4; i++)
            Display("image/png", large);
        Assert.Equal([OutputKind.Picture, OutputKind.Picture, OutputKind.Unshown, OutputKind.Unshown], log.Outputs.Select(output => output.Kind));
    }
}
