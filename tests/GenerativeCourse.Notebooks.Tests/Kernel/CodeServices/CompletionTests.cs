using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Kernel.CodeServices;

namespace GenerativeCourse.Notebooks.Tests.Kernel.CodeServices;

/// <summary>A notebook with two cells that ran.</summary>
public sealed class WrittenNotebook : IAsyncLifetime
{
    public TemporaryFolder Folder { get; } = new();

    public NotebookSession Session { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Session = new NotebookSession(new KernelOptions
        {
            WorkingDirectory = Folder.Path,
            Libraries = new Dictionary<string, IReadOnlyList<string>> { ["Course.Library"] = [typeof(Markdig.Markdown).Assembly.Location] },
        });
        await Session.Result("using System.Globalization;\nvar greeting = \"hello\"; int[] numbers = [1, 2];");
        await Session.Result("""
            using Alias = System.Text.StringBuilder;
            /// <summary>Adds one to <paramref name="value"/>.</summary>
            int Increment(int value, int times = 1) => value + times;
            /// <summary>Moves a value.</summary>
            /// <param name="by">How far.</param>
            /// <returns>Another <see cref="P:System.String.Length"/>, not <see langword="null"/>.</returns>
            int Shift(int value, int by) => value + by;
            class Person { public string Name { get; set; } public required int Age { get; init; } public readonly int Id; string Secret; public Person Parent { get; } }
            enum Colour { Red, Green }
            public static class Numbers { extension(int x) { public int Halved => x / 2; } }
            """);
    }

    public ValueTask DisposeAsync()
    {
        Session.Dispose();
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A bar in the code is the cursor.</summary>
[Collection("kernel")]
public sealed class CompletionTests(WrittenNotebook written) : IClassFixture<WrittenNotebook>
{
    readonly NotebookSession notebook = written.Session;

    [Theory]
    [InlineData("greeting.Subs|", "Substring")]
    [InlineData("greeting.W|", "Where")] // an extension method of a using that every cell has
    [InlineData("greeting?.Len|", "Length")]
    [InlineData("greeting.|\nvar later = 3;", "Length")] // reads as the type of a declaration
    [InlineData("numbers.Select(n => n.CompareT|", "CompareTo")]
    [InlineData("gree|", "greeting")]
    [InlineData("var own = 1; { var inner = 2; inn|", "inner")]
    [InlineData("int F(int parameter) => para|", "parameter")]
    [InlineData("foreach (var item in numbers) { ite|", "item")]
    [InlineData("Incr|", "Increment")]
    [InlineData("new Pers|", "Person")]
    [InlineData("new StringB|", "StringBuilder")]
    [InlineData("Ali|", "Alias")]
    [InlineData("CultureIn|", "CultureInfo")]
    [InlineData("using System.Thr|", "Threading")]
    [InlineData("using Syst|", "System")]
    [InlineData("System.Collections.Gen|", "Generic")]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("Colour.|", "Green", "Red")]
    [InlineData("new Person { | }", "Age", "Name", "Parent")]
    [InlineData("new Person { Age = 1, N| }", "Name")]
    [InlineData("var p = new Person { Age = 1 } with { N|", "Name")]
    [InlineData("new Person { Age = 1 } is { Na|", "Name")]
    [InlineData("Increment(tim|", "times:")]
    [InlineData("Increment(1, |", "times:")]
    [InlineData("new StringBuilder(capac|", "capacity:")]
    [InlineData("forea|", "foreach")]
    [InlineData("Colour c = |", "Colour.Red")]
    [InlineData("var c = Colour.Red; if (c == |", "Colour.Green")]
    [InlineData("var d = DateTime.Now.DayOfWeek switch { |", "DayOfWeek.Monday")]
    [InlineData("\"a\".Equals(\"b\", |", "StringComparison.Ordinal")]
    [InlineData("\"a\".Equals(\"b\", comparisonType: |", "StringComparison.Ordinal")]
    [InlineData("namespace Own { class Kind { void M() { Console.Wri|", "WriteLine")]
    [InlineData("static class Numbers { extension(int x) { public int Doubled => 2 * x.CompareT|", "CompareTo")]
    [InlineData("3.Halv|", "Halved")]
    [InlineData("typeof(str|", "string")]
    [InlineData("[Obsol|", "Obsolete")]
    [InlineData("class D : Person { void M() { Nam|", "Name")]
    [InlineData("$\"{greeting.Len|}\"", "Length")]
    [InlineData("disp|", "display")]
    [InlineData("CuIn|", "CultureInfo")] // the humps of a name
    [InlineData("#!sh|", "#!share")]
    [InlineData("#!share --from csharp gree|", "greeting")]
    [InlineData("#!share --fr|", "--from")]
    [InlineData("#!html\n<b>\n#!cs|", "#!csharp")]
    [InlineData("#!time\ngree|", "greeting")]
    [InlineData("#r \"nuget: Course.L|", "Course.Library")]
    [InlineData("#r \"nu|", "nuget: ")]
    [InlineData("#r \"nuget: Course.Library\"\nusing Mark|", "Markdig")] // before the cell ever ran
    public void Names_that_fit_are_offered(string code, params string[] expected)
    {
        var texts = Complete(code).Matches.Select(match => match.Text).ToList();
        foreach (var text in expected)
            Assert.Contains(text, texts);
    }

    [Theory]
    [InlineData("// gree|")]
    [InlineData("var x = \"gree|")]
    [InlineData("var x = \"gree|\";")]
    [InlineData("int gree|")]
    [InlineData("3|")]
    [InlineData("#!html\ngree|")]
    [InlineData("greeting.Nothing|")]
    [InlineData("new Person { Sec|")]
    [InlineData("new Person { Name = \"\", Na|")]
    [InlineData("greeting.IsNullO|")] // static
    [InlineData("using System.Cons|")] // a type
    [InlineData("namespace Own { class Kind { void M() { greet|")] // becomes an assembly of its own
    public void Where_nothing_can_stand_nothing_is_offered(string code) => Assert.Empty(Complete(code).Matches);

    [Fact]
    public void A_match_says_what_it_is_and_what_it_replaces()
    {
        var reply = Complete("var u = \"😀\"; greeting.TrimE|x + 1");
        Assert.Equal((22, 28), (reply.CursorStart, reply.CursorEnd));
        var match = Assert.Single(reply.Matches);
        Assert.Equal(("TrimEnd", "method"), (match.Text, match.Kind));
        Assert.StartsWith("() → string (+ ", match.Signature);
        var own = Assert.Single(Complete("Increm|").Matches);
        Assert.Equal(("method", "(int value, int times = 1) → int", "Adds one to value."), (own.Kind, own.Signature, own.Documentation));
        Assert.Equal(["variable", "string"], [Complete("greetin|").Matches[0].Kind, Complete("greetin|").Matches[0].Signature!]);
    }

    [Fact]
    public void What_begins_as_typed_comes_first_and_the_notebooks_own_names_before_others()
    {
        Assert.Equal("numbers", Complete("n|").Matches[0].Text);
        Assert.Equal("Increment", Complete("In|").Matches[0].Text);
        var members = Complete("greeting.|").Matches.Select(match => match.Text).ToList();
        Assert.True(members.IndexOf("Length") < members.IndexOf("Where"));
        Assert.True(members.IndexOf("Where") < members.IndexOf("GetType"));
    }

    [Fact]
    public async Task Names_are_known_as_soon_as_their_cell_ran()
    {
        Assert.Empty(Complete("fresh|").Matches);
        await notebook.Result("var freshName = 1;");
        Assert.Equal("freshName", Assert.Single(Complete("fresh|").Matches).Text);
        Assert.Empty(Complete("JsonSer|").Matches);
        await notebook.Result("using System.Text.Json;");
        Assert.Contains("JsonSerializer", Complete("JsonSer|").Matches.Select(match => match.Text));
    }

    [Fact]
    public void Files_are_offered_where_one_is_named()
    {
        written.Folder.Write("other.ipynb", "{}");
        written.Folder.Write("more.cs", "");
        Directory.CreateDirectory(Path.Combine(written.Folder.Path, "parts"));
        Assert.Equal(["more.cs", "other.ipynb", "parts/"], Complete("#!import |").Matches.Select(match => match.Text));
        Assert.Equal(["more.cs"], Complete("#load \"mo|").Matches.Select(match => match.Text));
    }

    [Fact]
    public void Any_code_at_any_place_is_answered()
    {
        const string code = """
            #!time
            using System.Text; [Obsolete] class A<T> : List<T> where T : new() { A(int x) : base(x) { } int P { get; set; } = 1; }
            var q = from n in numbers where n > 1 let m = n orderby m select new { n, m }; /* c */ unsafe { int* p = null; p->ToString(); }
            Console.WriteLine($"{greeting.Length:F1} {{", @"a""b", '\n'); greeting is { Length: > 3 } s && s switch { "a" => 1, _ => 2 } > 1;
            #if X
            global::System.Console.WriteLine(new int[,] { { 1 } }, out var o);
            #endif
            #r "nuget: X, 1
            """;
        var services = notebook.Kernel.CodeServices;
        for (var at = 0; at <= code.Length; at += 3)
        {
            services.Complete(code, at);
            services.Complete(code[..at], at);
            services.Inspect(code, at, at % 2);
            services.IsComplete(code[..at]);
        }
        services.Complete("x", 100);
        services.Inspect("", -1, 0);
    }

    CompleteReply Complete(string code)
    {
        var cursor = code.IndexOf('|', StringComparison.Ordinal);
        return notebook.Kernel.CodeServices.Complete(code.Remove(cursor, 1), code[..cursor].EnumerateRunes().Count());
    }
}
