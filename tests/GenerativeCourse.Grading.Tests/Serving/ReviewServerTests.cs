using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Serving;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Tests.Serving;

public sealed partial class ReviewServerTests : IDisposable
{
    readonly GradedClass graded = new();
    readonly ReviewServer server;
    readonly CancellationTokenSource end = new();
    readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    readonly string cookie;

    public ReviewServerTests()
    {
        server = ReviewServer.Start(graded.Folder, 0, graded.Lecture);
        _ = server.Run(end.Token);
        using var first = client.GetAsync(server.Address).Result;
        cookie = first.Headers.GetValues("Set-Cookie").Single();
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
    }

    public void Dispose()
    {
        end.Cancel();
        client.Dispose();
        server.Dispose();
        graded.Dispose();
    }

    string Origin => server.Address.GetLeftPart(UriPartial.Authority);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Task<string> Get(string path) => client.GetStringAsync(Origin + path, Cancellation);

    static string Answer(string exercise, string student, string more = "") => $"/answer?exercise={Uri.EscapeDataString("sampler/" + exercise)}&student={Uri.EscapeDataString(student)}{more}";

    async Task<HttpResponseMessage> Post(string path, string? token, params (string Name, string Value)[] fields)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Origin + path);
        message.Content = new FormUrlEncodedContent(fields.Append(("token", token ?? Token().Match(await Get("/")).Groups[1].Value)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await client.SendAsync(message, Cancellation);
    }

    static (string, string)[] Essay(string student, string points, string comment = "") => [("exercise", "sampler/essay"), ("student", student), ("cell", "essay"), ("points", points), ("comment", comment)];

    ScoredCell Stored(string student)
    {
        using var gradebook = Gradebook.OpenGraded(Path.Combine(graded.Folder, "gradebook.db"));
        return gradebook.Scored(LatePolicy.None).Single(one => one.Student == student).Notebooks[0].Cells.Single(cell => cell.Grade.GradeId == "essay");
    }

    [Fact]
    public async Task Only_who_has_the_token_gets_in()
    {
        Assert.Matches("^course_review_[0-9]+=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict$", cookie);
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        foreach (var path in (string[])["/", "/?token=", "/?token=" + new string('0', 64), "/students", "/serve.css", Answer("kl", "student000")])
        {
            using var refused = await stranger.GetAsync(Origin + path, Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.DoesNotContain("student0", await refused.Content.ReadAsStringAsync(Cancellation));
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example:{port}")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:{port}.evil.example")]
    public async Task A_name_that_was_rebound_to_this_machine_is_refused(string host)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancellation);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {host.Replace("{port}", $"{server.Address.Port}")}\r\nCookie: {cookie.Split(';')[0]}\r\nConnection: close\r\n\r\n"), Cancellation);
        var reply = await new StreamReader(socket.GetStream()).ReadToEndAsync(Cancellation);
        Assert.Matches("^HTTP/1.1 4", reply);
        Assert.DoesNotContain("student0", reply);
    }

    [Fact]
    public async Task Other_addresses_of_the_machine_do_not_reach_it()
    {
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync(IPAddress.Parse("127.0.0.2"), server.Address.Port, Cancellation));
    }

    [Fact]
    public async Task A_form_without_the_second_token_changes_nothing()
    {
        foreach (var token in (string[])["", "0", cookie.Split('=', ';')[1]])
            using (var refused = await Post("/grade", token, Essay("student000", "2")))
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var message = new HttpRequestMessage(HttpMethod.Post, Origin + "/grade") { Content = new FormUrlEncodedContent(Essay("student000", "2").Append(("token", Token().Match(await Get("/")).Groups[1].Value)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))) };
        message.Headers.Add("Origin", "http://evil.example");
        using var foreign = await client.SendAsync(message, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Null(Stored("student000").Manual);
    }

    [Fact]
    public async Task Points_and_a_comment_are_in_the_gradebook_at_once_and_in_the_files_when_asked()
    {
        using (var saved = await Post("/grade", null, [.. Essay("student000", "1,5", "<b>well</b> put"), ("then", "next"), ("next", "student001"), ("only", "open")]))
            Assert.Equal(Answer("essay", "student001", "&only=open"), saved.Headers.Location?.OriginalString);
        Assert.Equal((1.5, "<b>well</b> put"), (Stored("student000").Manual, Stored("student000").Comment));
        var page = await Get(Answer("essay", "student000"));
        Assert.Contains("value=\"1.5\" aria-pressed=\"true\"", page);
        Assert.Contains("&lt;b&gt;well&lt;/b&gt; put</textarea>", page);
        Assert.Contains("1 change is not in the files", page);
        using (await Post("/files", null))
            Assert.Contains("well&lt;/b&gt; put", File.ReadAllText(Path.Combine(graded.Folder, "feedback", "student000.html")));
        Assert.DoesNotContain("not in the files", await Get("/"));
        using (await Post("/grade", null, [.. Essay("student000", ""), ("pick", "0.5")]))
            Assert.Equal((0.5, null), (Stored("student000").Manual, Stored("student000").Comment));
        using (await Post("/grade", null, Essay("student000", "")))
            Assert.True(Stored("student000").NeedsManualGrade);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("two")]
    public async Task Points_that_the_exercise_does_not_have_are_refused(string points)
    {
        using var refused = await Post("/grade", null, Essay("student000", points));
        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("is no number from 0 to 2", await refused.Content.ReadAsStringAsync(Cancellation));
        Assert.Null(Stored("student000").Manual);
    }

    [Fact]
    public async Task The_class_page_shows_points_failures_late_and_similar_ones()
    {
        var page = await Get("/");
        Assert.Contains("<b>25</b> submissions", page);
        Assert.Contains("<b>25</b> answers to grade by hand", page);
        Assert.Contains("<b>3</b> late", page);
        Assert.Contains("<b>2</b> similar pairs", page);
        Assert.Contains("aria-label=\"points for kl: ", page);
        Assert.Contains("the ratio is 1.443, 1 / ln 2: bits, where nats were asked?", page);
        var similar = await Get("/similar");
        Assert.Contains("student005 and student006", similar);
        Assert.Contains("student007 and student008", similar);
        var pair = await Get("/pair?exercise=sampler%2Fkl&first=student005&second=student006");
        Assert.Equal(2, pair.Split("<mark class=\"p0\">").Length - 1);
        Assert.Contains("<p>In your own words, what does kl do?</p>", pair);
        Assert.Contains("student004</th>", await Get("/students?sort=late"));
    }

    [Fact]
    public async Task An_answer_stands_beside_the_solution_or_anothers()
    {
        var page = await Get(Answer("kl", "student005"));
        Assert.Contains("the solution", page);
        Assert.Contains("return 0.5 * (mean.pow(2)", page);
        Assert.DoesNotContain("BEGIN SOLUTION", page);
        Assert.Contains("class=\"line left\">− ", page);
        var beside = await Get(Answer("kl", "student005", "&beside=student%3Astudent006"));
        Assert.Contains("<em>", beside);
        Assert.DoesNotContain("return 0.5 * (mean.pow(2)", beside);
        Assert.Contains("rel=\"next\" href=\"/answer?exercise=sampler%2Fkl&amp;student=student006&amp;beside=student%3Astudent006\"", beside);
    }

    [Fact]
    public async Task What_cells_printed_and_drew_is_shown_and_says_whose_word_it_is()
    {
        var page = await Get(Answer("kl", "student001"));
        Assert.All(
            [
                "In the student's file",
                "<pre class=\"printed\">step 2\n",
                "<summary>38 lines more</summary>",
                "And 12,345 characters more, which were not kept.",
                "<img src=\"data:image/png;base64,iVBOR",
                "<img src=\"data:image/svg+xml;base64,",
                "An interactive output, not shown.",
                "<pre class=\"printed failed\">Boom: at line 1</pre>",
            ],
            part => Assert.Contains(part, page));
        Assert.InRange(page.IndexOf("When it was graded", StringComparison.Ordinal), 1, page.IndexOf("said when it was graded", StringComparison.Ordinal));
        Assert.DoesNotContain("printed and drew", await Get(Answer("kl", "student002")));
        Assert.Contains("What student001&#39;s printed and drew", await Get(Answer("kl", "student002", "&beside=student%3Astudent001")));
    }

    [Fact]
    public async Task Names_can_be_hidden_and_then_stand_nowhere()
    {
        using (var hidden = await Post("/blind", null, ("exercise", "sampler/essay"), ("student", "student003"), ("blind", "on")))
            Assert.Matches("^/answer\\?exercise=sampler%2Fessay&student=~[0-9]+$", hidden.Headers.Location?.OriginalString);
        using var named = await client.GetAsync(Origin + Answer("essay", "student003"), Cancellation);
        var address = named.Headers.Location!.OriginalString;
        var page = await Get(address);
        Assert.Matches("<h1>Student [0-9]+ ", page);
        Assert.DoesNotContain("student0", page);
        var alias = Uri.UnescapeDataString(address.Split("student=")[1]);
        using (await Post("/grade", null, Essay(alias, "2", "blind")))
            Assert.Equal((2.0, "blind"), (Stored("student003").Manual, Stored("student003").Comment));
        using (var shown = await Post("/blind", null, ("exercise", "sampler/essay"), ("student", alias), ("blind", "off")))
            Assert.Equal(Answer("essay", "student003"), shown.Headers.Location?.OriginalString);
        Assert.Contains("<h1>student003 ", await Get(Answer("essay", "student003")));
    }

    [Fact]
    public async Task A_grader_is_led_from_open_answer_to_open_answer_and_told_how_many_are_done()
    {
        Assert.Contains("0 of 25 graded", await Get(Answer("essay", "student004")));
        using (await Post("/grade", null, Essay("student005", "2")))
        using (await Post("/grade", null, Essay(GradedClass.Hostile, "0")))
        {
            var page = await Get(Answer("essay", "student004"));
            Assert.Contains("2 of 25 graded", page);
            Assert.Contains($"rel=\"open\" href=\"{Answer("essay", "student006", "&only=open").Replace("&", "&amp;")}\"", page);
            Assert.Contains($"rel=\"open\" href=\"{Answer("essay", "student000", "&only=open").Replace("&", "&amp;")}\"", await Get(Answer("essay", "student023")));
            Assert.Contains(">To grade in essay <kbd>u</kbd>", await Get(Answer("kl", "student023")));
            Assert.Contains("2 of 25 graded", await Get("/"));
        }
    }

    [Fact]
    public async Task Students_are_found_by_name_kind_and_exercise()
    {
        var found = await Get("/students?find=T01");
        Assert.Contains("10 of 25", found);
        Assert.DoesNotContain("student001</th>", found);
        Assert.Contains("3 of 25", await Get("/students?only=late"));
        var sorted = await Get("/students?sort=sampler%2Fkl");
        Assert.Contains("aria-sort=\"ascending\"", sorted);
        var points = Regex.Matches(sorted, "student=[^\"]+\">([0-9.]+|open)</a>").Where((_, i) => i % 6 == 2).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(points.Order(), points);
        Assert.NotEqual(points[0], points[^1]);
    }

    [Fact]
    public async Task What_a_student_wrote_is_text_on_every_page()
    {
        foreach (var path in (string[])["/", "/students", "/similar", Answer("kl", GradedClass.Hostile), Answer("essay", GradedClass.Hostile), Answer("mask", GradedClass.Hostile, "&beside=student%3Astudent001"),
            Answer("kl", "student001", $"&beside={Uri.EscapeDataString("student:" + GradedClass.Hostile)}"), $"/pair?exercise=sampler%2Fkl&first={Uri.EscapeDataString(GradedClass.Hostile)}&second=student001"])
        {
            using var reply = await client.GetAsync(Origin + path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            var page = await reply.Content.ReadAsStringAsync(Cancellation);
            Assert.Equal(1, page.Split("<script").Length - 1);
            Assert.DoesNotMatch("<(img (?!src=\"data:image/(?:png|svg\\+xml);base64,)|iframe|svg onload|b>bold)|href=\"javascript:| onerror=\"", page);
            Assert.DoesNotContain('\u202E', page);
            Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", reply.Headers.GetValues("Content-Security-Policy").Single());
            Assert.DoesNotContain(" style=", page);
        }
    }

    [Fact]
    public async Task A_new_grading_run_shows_at_once_and_takes_nothing_back()
    {
        using (await Post("/grade", null, Essay("student000", "2", "kept")))
        using (var gradebook = Gradebook.Open(Path.Combine(graded.Folder, "gradebook.db"), graded.Release))
        {
            gradebook.Write(new GradeReport("zoe", "week6", null, [new NotebookGrade("sampler", [new CellGrade("essay", "essay", 2, null, [], null, "A late thought.")], [])]), "z");
            gradebook.Write(new GradeReport("student000", "week6", null, [new NotebookGrade("sampler", [new CellGrade("essay", "essay", 2, null, [], null, "Another text.")], [])]), "s");
        }
        Assert.Contains("<b>26</b> submissions", await Get("/"));
        var page = await Get(Answer("essay", "student000"));
        Assert.Contains("Another text.", page);
        Assert.Contains("kept</textarea>", page);
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        foreach (var path in (string[])["/nothing", "/answer", Answer("kl", "nobody"), "/pair?exercise=sampler%2Fkl&first=a&second=b"])
            using (var missing = await client.GetAsync(Origin + path, Cancellation))
                Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("--port", Assert.Throws<AssignmentException>(() => ReviewServer.Start(graded.Folder, server.Address.Port, graded.Lecture)).Message);
        Assert.Contains("course grade", Assert.Throws<AssignmentException>(() => ReviewServer.Start(Path.GetTempPath(), 0, graded.Lecture)).Message);
    }

    [Fact]
    public async Task A_script_is_answered_with_what_is_saved()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Origin + "/grade") { Content = new FormUrlEncodedContent(Essay("student003", "2").Append(("token", Token().Match(await Get("/")).Groups[1].Value)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))) };
        message.Headers.Add("Accept", "application/json");
        using var reply = await client.SendAsync(message, Cancellation);
        var said = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal((2.0, 2.0, 1), ((double)said["points"]!, (double)said["score"]!, (int)said["unwritten"]!));
    }

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Token();
}
