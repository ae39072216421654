using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Serving;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Tests.Serving;

/// <summary>A folder with the grades of a class that no kernel had to make: two copies, a late one, a hostile one, and wrong answers of a few kinds.</summary>
sealed class GradedClass : IDisposable
{
    public const string Hostile = "<script>document.title='owned'</script>";

    public const string HostileText = "</pre><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><svg onload=\"document.title='owned'\"><script>document.title='owned'</script></svg><a href=\"javascript:document.title='owned'\">look</a><iframe srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe>\n\"'><b>bold</b> \u202E";

    static readonly DateTimeOffset Due = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    readonly Assignment assignment = SampleAssignment.Read();

    public GradedClass(int students = 24)
    {
        using var gradebook = Gradebook.Open(Path.Combine(Folder, "gradebook.db"), Release);
        for (var i = 0; i < students; i++)
            gradebook.Write(Report($"student{i:000}", i), $"f{i}");
        gradebook.Write(Report(Hostile, 1, HostileText), "hostile");
        gradebook.Settle(new LatePolicy(Due, 0.1, new Dictionary<string, TimeSpan>()));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("graded-class-").FullName;

    public Release Release => Release.Of("week6", [("sampler", ReleasedNotebook.Make(assignment), [.. assignment.Exercises.Select(exercise => new KeyExercise(exercise.Id, exercise.Needs, exercise.ManualPoints,
        [.. exercise.Tests.Select(test => new KeyTest(test.GradeId, test.Points, false, [], []))]))])]);

    public LectureExercise? Lecture(string notebook, string id) =>
        assignment.Exercises.FirstOrDefault(exercise => exercise.Id == id) is { } exercise ? LectureExercise.Of(exercise) : null;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    GradeReport Report(string student, int number, string? hostile = null) => new(student, "week6", Due.AddHours(number % 9 == 4 ? 5 + number : -number),
        [new NotebookGrade("sampler", [.. assignment.Exercises.SelectMany(exercise => Cells(exercise, number, hostile))], number % 11 == 3 ? ["test kl-test was changed; the released one was used"] : []) { Outputs = number == 1 ? Outputs : [] }]);

    // Of the hostile one and of student001: text, a picture, a drawing with a script, and what is not shown.
    static IReadOnlyList<AnswerOutputs> Outputs { get; } =
    [
        new("kl",
        [
            new(OutputKind.Text, $"step 1\rstep 2\n{HostileText}\n{string.Join('\n', Enumerable.Range(1, 60))}", Left: 12_345),
            new(OutputKind.Picture, "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAAAAADoj0EtAAAAE0lEQVR42mP4z4CADAz/cUCKZQC3Ly/R9CNtqgAAAABJRU5ErkJggg==", "image/png"),
            new(OutputKind.Picture, Convert.ToBase64String("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='7'><script>parent.document.title='owned'</script><rect width='9' height='7' onload=\"parent.document.title='owned'\"/></svg>"u8), "image/svg+xml"),
            new(OutputKind.Unshown, "text/html"),
        ], [new(OutputKind.Text, "said when it was graded"), new(OutputKind.Error, "Boom: at line 1")], new Dictionary<string, CellOutput>()),
    ];

    static IEnumerable<CellGrade> Cells(Exercise exercise, int number, string? hostile)
    {
        if (exercise.IsManual)
            yield return new CellGrade(exercise.Id, exercise.Id, exercise.ManualPoints, null, [], null, hostile ?? (number is 7 or 8 ? Copied : Essay(number)));
        foreach (var test in exercise.Tests)
        {
            var kind = (number * 7 + test.GradeId.Length) % 10;
            var (asked, answer) = (test.Checks[0].Asked, hostile ?? (exercise.Id == "kl" && number is 5 or 6 ? Own(number) : exercise.Solution.Replace("    // BEGIN SOLUTION\n", "").Replace("    // END SOLUTION", $"    // by hand {number}")));
            yield return kind switch
            {
                0 => new CellGrade(test.GradeId, exercise.Id, test.Points, 0, [new CheckGrade(asked, false, "no answer was written", false)], "no answer was written", null),
                1 or 2 => new CellGrade(test.GradeId, exercise.Id, test.Points, 0,
                    [new CheckGrade(asked, false, $"the check of  {asked}  failed\n  expected: 2.8833\n  actual:   4.15972\n  perhaps:  the ratio is 1.443, 1 / ln 2: bits, where nats were asked?\n  hint:     the KL term of the ELBO is in nats", false), new CheckGrade("a hidden check", false, "it gave another value than expected with other inputs; hint: nats", true)],
                    null, answer.Replace("0.5 *", "1.4427 * 0.5 *")),
                3 => new CellGrade(test.GradeId, exercise.Id, test.Points, 0, [new CheckGrade(asked, false, "the answer fails when it is run", false)], $"the answer fails when it is run: (1,9): error CS0103: The name 'Foo' does not exist in the current context{hostile}", answer + "\nFoo();"),
                _ => new CellGrade(test.GradeId, exercise.Id, test.Points, test.Points, [new CheckGrade(asked, true, null, false), new CheckGrade("a hidden check", true, null, true)], null, answer),
            };
        }
    }

    const string Copied = "The evidence is an integral over all the latents that may have made the picture, and nobody can compute it. We bound it from below by an expectation under the encoder, which samples estimate.";

    static string Essay(int number) => string.Join(' ', Enumerable.Range(0, 30).Select(i => Words[(number * 31 + i * i * (number + 3)) % Words.Length])) + ".";

    static readonly string[] Words = ["bound", "evidence", "latent", "sample", "expectation", "integral", "encoder", "tight", "gap", "posterior", "prior", "Jensen", "gradient", "noise", "variance", "likelihood", "because", "therefore", "cannot", "estimate", "under", "over", "which", "is", "small"];

    static string Own(int number)
    {
        var (a, b, c) = number == 5 ? ("total", "i", "mean2") : ("sum", "column", "squares");
        return $"Tensor Kl(Tensor mean, Tensor logVariance)\n{{\n    var {c} = mean * mean;\n    Tensor {a} = zeros(mean.shape[0]);\n    for (var {b} = 0; {b} < mean.shape[1]; {b}++)\n    {{\n        {a} += {c}[TensorIndex.Colon, {b}] - logVariance[TensorIndex.Colon, {b}] - 1;\n        {a} += exp(logVariance[TensorIndex.Colon, {b}]);\n    }}\n    return {a}.div(2);\n}}";
    }
}
