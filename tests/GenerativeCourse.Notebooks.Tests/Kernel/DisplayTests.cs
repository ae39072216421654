using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class DisplayTests
{
    // A library's objects, shown by attributes and classes of its own: nothing of the kernel is referenced.
    const string Picture = """
        using System.IO;
        sealed class TypeFormatterSourceAttribute(Type source) : Attribute
        {
            public Type FormatterSourceType { get; } = source;
            public string[] PreferredMimeTypes { get; set; }
        }
        [TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = new[] { "application/vnd.plotly.v1+json", "image/png", "text/html", "text/plain" })]
        class Picture { }
        class PictureFormatters
        {
            public IEnumerable<object> CreateTypeFormatters() =>
            [
                new One("application/vnd.plotly.v1+json", "{\"data\":[{\"y\":[1,2]}]}"), new One("image/png", "iVBORw0KGgo="),
                new One("text/html", "<i>picture</i>"), new One("text/plain", "a picture"),
            ];
        }
        class One(string mimeType, string text)
        {
            public string MimeType => mimeType;
            public bool Format(object instance, TextWriter writer) { writer.Write(text); return true; }
        }
        """;

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"text\"", "text")]
    [InlineData("0.5", "0.5")]
    [InlineData("1.25m", "1.25")]
    [InlineData("true", "True")]
    [InlineData("System.Numerics.BigInteger.Pow(2, 70)", "1180591620717411303424")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "2024-01-02 03:04:05Z")]
    [InlineData("(string)null", "<null>")]
    public async Task A_scalar_is_one_line_of_plain_text(string code, string text)
    {
        using var notebook = new NotebookSession();
        Assert.Equal(text, await notebook.Result(code));
        Assert.Equal(["text/plain"], Assert.Single(notebook.Messages).Content["data"]!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public async Task An_object_has_markup_and_plain_text()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("(anonymous)\n      Name: Ada\n      Born: 1815", await notebook.Result("new { Name = \"Ada\", Born = 1815 }"));
        Assert.Contains("<td>Name</td>", (string?)notebook.Messages[0].Content["data"]!["text/html"]);
    }

    [Fact]
    public async Task Markup_that_only_frames_the_plain_text_is_left_out()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("[ 1, 2, 3 ]", await notebook.Result("new List<int> { 1, 2, 3 }"));
        Assert.False(notebook.Messages[0].Content["data"]!.AsObject().ContainsKey("text/html"));
        await notebook.Result("display(new[] { 1 }, \"text/html\");");
        Assert.Contains("<pre>[ 1 ]</pre>", (string?)notebook.Messages[0].Content["data"]!["text/html"]);
    }

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("void F() { } F()")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("display(1)")]
    [InlineData("await Task.Delay(1)")]
    public async Task What_has_no_value_has_no_result(string code)
    {
        using var notebook = new NotebookSession();
        Assert.Null(await notebook.Result(code));
    }

    [Fact]
    public async Task A_display_is_updated_in_its_place()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("var shown = display(\"old\"); shown.Update(\"new\");");
        Assert.Equal(["display_data", "update_display_data"], notebook.Messages.Select(message => message.Type));
        Assert.Equal("new", (string?)notebook.Messages[1].Content["data"]!["text/plain"]);
        Assert.Equal((string?)notebook.Messages[0].Content["transient"]!["display_id"], (string?)notebook.Messages[1].Content["transient"]!["display_id"]);
    }

    [Fact]
    public async Task Conventions_of_the_old_kernel_hold()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("""
            HTML("<b>h</b>").Display(); "<i>i</i>".DisplayAs("text/html"); new[] { new { A = 1, B = "x" } }.DisplayTable();
            Javascript("alert(1)"); CSS("p { color: red; }"); display(new LaTeXString("x^2")); Formatter.ListExpansionLimit = 20;
            """);
        var html = notebook.Messages.Select(message => (string?)message.Content["data"]!["text/html"]).ToList();
        Assert.Equal("<b>h</b>", html[0]);
        Assert.Equal("<i>i</i>", html[1]);
        Assert.Contains("<td", html[2]);
        Assert.Contains("<script type=\"text/javascript\">alert(1)</script>", html[3]);
        Assert.Contains("<style>p { color: red; }</style>", html[4]);
        Assert.Equal(("$$x^2$$", "x^2"), ((string?)notebook.Messages[5].Content["data"]!["text/latex"], (string?)notebook.Messages[5].Content["data"]!["text/plain"]));
        Assert.All(notebook.Messages, message => Assert.True(message.Content["data"]!.AsObject().ContainsKey("text/plain")));
    }

    [Theory]
    [InlineData("$x$")]
    [InlineData(@"\[ x \]")]
    [InlineData(@"a line with \( x \)")]
    [InlineData(@"\begin{align} x &= 1 \end{align}")]
    public async Task A_formula_with_delimiters_of_its_own_is_given_no_others(string source)
    {
        using var notebook = new NotebookSession();
        await notebook.Result($"display(new LaTeXString(@\"{source}\"));");
        Assert.Equal(source, (string?)Assert.Single(notebook.Messages).Content["data"]!["text/latex"]);
    }

    [Fact]
    public async Task A_registered_formatter_wins()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("record Celsius(double Degrees); Formatter.Register<Celsius>(c => $\"<b>{c.Degrees} °C</b>\", \"text/html\");");
        await notebook.Result("new Celsius(20)");
        Assert.Equal("<b>20 °C</b>", (string?)notebook.Messages[0].Content["data"]!["text/html"]);
    }

    [Fact]
    public async Task Types_with_formatters_by_convention_show_all_their_mime_types()
    {
        using var notebook = new NotebookSession();
        await notebook.Result(Picture);
        Assert.Equal("a picture", await notebook.Result("new Picture()"));
        var data = notebook.Messages[0].Content["data"]!.AsObject();
        Assert.Equal("iVBORw0KGgo=", (string?)data["image/png"]);
        Assert.Equal("<i>picture</i>", (string?)data["text/html"]);
        Assert.Equal(2, (int)data["application/vnd.plotly.v1+json"]!["data"]![0]!["y"]![1]!);
        Assert.IsType<JsonObject>(data["application/vnd.plotly.v1+json"]);
    }

    [Fact]
    public async Task A_failing_formatter_is_the_cells_error()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("class Bad { } Formatter.Register<Bad>((Func<Bad, string>)(_ => throw new InvalidOperationException(\"cannot show\")), \"text/html\");");
        var reply = await notebook.Run("new Bad()");
        Assert.Equal(("error", "cannot show"), (reply.Status, reply.ErrorValue));
    }

    [Fact]
    public async Task What_cannot_be_taken_apart_is_shown_as_it_describes_itself()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("""
            class Json : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() => throw new NotImplementedException(); public override string ToString() => "{}"; }
            class Broken : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() => throw new NotImplementedException(); }
            """);
        Assert.Equal("{}", await notebook.Result("new Json()"));
        Assert.Equal("NotImplementedException", (await notebook.Run("new Broken()")).ErrorName);
    }

    [Fact]
    public async Task A_token_of_Newtonsofts_is_shown_as_its_json()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("""
            namespace Newtonsoft.Json.Linq
            {
                public abstract class JToken { public JToken Parent => this; public override string ToString() => "{ \"a\": 1 }"; }
                public sealed class JObject : JToken { }
            }
            """);
        Assert.Equal("{ \"a\": 1 }", await notebook.Result("new Newtonsoft.Json.Linq.JObject()"));
        Assert.Null(notebook.Messages[0].Content["data"]!["text/html"]);
    }

    // Types with the names and methods of the two libraries, which write the figure into a script.
    [Theory]
    [InlineData("namespace XPlot.Plotly { public class PlotlyChart { public string GetInlineHtml() => MARKUP; } }", "new XPlot.Plotly.PlotlyChart()")]
    [InlineData("namespace Plotly.NET { public class GenericChart { } public static class GenericChartModule { public static string toChartHTML(GenericChart c) => MARKUP; } }", "new Plotly.NET.GenericChart()")]
    public async Task Charts_of_other_libraries_are_drawn_by_the_front_end(string library, string chart)
    {
        using var notebook = new NotebookSession();
        const string Html = """<div></div><script>var data = [{\"y\":[1,2]}]; var layout = {\"title\":\"t\"}; Plotly.newPlot('a', data, layout);</script>""";
        await notebook.Result(library.Replace("MARKUP", $"\"{Html}\""));
        await notebook.Result(chart);
        var data = notebook.Messages[0].Content["data"]!;
        Assert.Equal(2, (int)data["application/vnd.plotly.v1+json"]!["data"]![0]!["y"]![1]!);
        Assert.Equal("t", (string?)data["application/vnd.plotly.v1+json"]!["layout"]!["title"]);
        Assert.StartsWith("<div>", (string?)data["text/html"]);
        Assert.NotNull(data["text/plain"]);
    }
}
