using System.Globalization;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Export;

namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>What stands at which address.</summary>
sealed class ReviewPages(ReviewSession session, string token)
{
    /// <summary>Answers a question.</summary>
    public ReviewReply Get(string path, Func<string, string?> asked) => path switch
    {
        "/" => Page(path, "The class", ClassPage.Of(session)),
        "/students" => Page(path, "Submissions", StudentsPage.Of(session, Given(asked("sort")), Given(asked("find")), Given(asked("only")))),
        "/grade" => ReviewReply.Redirect(FirstOpen()),
        "/answer" => Answer(asked),
        "/similar" => Page(path, "Similar answers", SimilarPage.Of(session)),
        "/pair" => Pair(asked),
        "/serve.css" => new ReviewReply(200, "text/css; charset=utf-8", Asset("serve.css")),
        "/serve.js" => new ReviewReply(200, "text/javascript; charset=utf-8", Asset("serve.js")),
        "/math.woff2" => new ReviewReply(200, "font/woff2", MathFont.Bytes),
        "/favicon.ico" => new ReviewReply(204, "image/x-icon", ""),
        _ => Missing("There is no such page."),
    };

    /// <summary>Does what a form asks for; a script gets its answer as JSON.</summary>
    public ReviewReply Post(string path, Func<string, string?> asked, bool json)
    {
        if (path == "/files")
        {
            session.WriteFiles();
            return ReviewReply.Redirect(asked("back") is "/students" or "/similar" ? asked("back")! : "/");
        }
        var all = session.Class;
        if (path == "/blind" && all.Exercise(asked("exercise")) is { } seen && all.Answer(asked("student"), seen) is { } shown)
        {
            session.IsBlind = asked("blind") == "on";
            return ReviewReply.Redirect(Choice(asked).Address(shown));
        }
        if (path != "/grade")
            return Missing("There is no such form.");
        if (all.Exercise(asked("exercise")) is not { } exercise || all.Answer(asked("student"), exercise) is not { } answer || answer.Cells.FirstOrDefault(cell => cell.Grade.GradeId == asked("cell")) is not { } cell)
            return Missing("There is no such answer.");
        var written = (asked("pick") ?? asked("points") ?? "").Trim().Replace(',', '.');
        double? points = null;
        if (written.Length > 0)
        {
            if (!double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || !(number >= 0 && number <= cell.Grade.Points))
                return Refuse($"{written} is no number from 0 to {cell.Grade.Points.ToString("0.##", CultureInfo.InvariantCulture)}; nothing was saved", json);
            points = number;
        }
        session.Give(answer, cell, points, asked("comment"));
        var choice = Choice(asked);
        if (json)
        {
            var now = choice.Class.Answer(answer.Student, exercise)!;
            return new ReviewReply(200, "application/json", new JsonObject
            {
                ["points"] = points,
                ["score"] = now.Score,
                ["unwritten"] = session.Unwritten,
                ["graded"] = choice.Class.Answers(exercise).Count(one => !one.IsOpen),
            }.ToJsonString());
        }
        return ReviewReply.Redirect(asked("then") == "next" && all.Answer(asked("next"), all.Exercise(asked("behind")) ?? exercise) is { } next ? choice.Address(next) : choice.Address(answer));
    }

    ReviewReply Answer(Func<string, string?> asked)
    {
        var choice = Choice(asked);
        if (choice.Class.Exercise(asked("exercise")) is not { } exercise)
            return Missing("There is no such exercise.");
        if (choice.Class.Answer(asked("student"), exercise) is not { } answer)
            return Missing("There is no such student.");
        // A name that is hidden does not stand in the address either.
        return choice.IsBlind && asked("student") == answer.Student
            ? ReviewReply.Redirect(choice.Address(answer))
            : Page("/grade", $"{exercise.Id}, {choice.Name(answer.Student)}", AnswerPage.Of(session, token, answer, choice));
    }

    AnswerChoice Choice(Func<string, string?> asked) => new(session.Class, Given(asked("only")), Given(asked("beside")), session.IsBlind);

    ReviewReply Pair(Func<string, string?> asked) =>
        session.Class.Exercise(asked("exercise")) is { } exercise && session.Class.Answer(asked("first"), exercise) is { } first && session.Class.Answer(asked("second"), exercise) is { } second
            ? Page("/similar", "Similar answers", PairPage.Of(first, second))
            : Missing("There is no such pair.");

    // The first answer that waits for a person; where none does, the first of all.
    string FirstOpen()
    {
        var choice = new AnswerChoice(session.Class, "open", null, session.IsBlind);
        var all = choice.Class;
        return all.Exercises.SelectMany(choice.InOrder).FirstOrDefault(answer => answer.IsOpen) is { } open
            ? choice.Address(open)
            : (choice with { Only = null }).Address(choice.InOrder(all.Exercises.FirstOrDefault(exercise => exercise.IsManual) ?? all.Exercises[0])[0]);
    }

    ReviewReply Refuse(string why, bool json) => json
        ? new ReviewReply(422, "application/json", new JsonObject { ["problem"] = why }.ToJsonString())
        : ReviewReply.Page(Frame.Of(session, token, "/grade", "Not saved", Html.Of($"<h1>Not saved</h1><p>{why}. Go back to change it.</p>")), 422);

    ReviewReply Missing(string why) => ReviewReply.Page(Frame.Of(session, token, "", "Not found", Html.Of($"<h1>Not found</h1><p>{why}</p>")), 404);

    ReviewReply Page(string path, string title, Html content) => ReviewReply.Page(Frame.Of(session, token, path, title, content));

    static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(ReviewPages).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
