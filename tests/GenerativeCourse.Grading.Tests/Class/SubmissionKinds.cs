using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Releasing.Passes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Class;

/// <summary>Thirty kinds of submissions: right, wrong, late, broken and hostile.</summary>
static class SubmissionKinds
{
    static readonly Dictionary<string, double> Points = new() { ["kmeans"] = 3, ["responsibility"] = 2, ["elbo"] = 3, ["mask"] = 2, ["coupling"] = 2 };

    static readonly string[] Code = [.. Points.Keys];

    /// <summary>All of them; a machine gives 12 points at most.</summary>
    public static IReadOnlyList<SubmissionKind> All { get; } =
    [
        new("right", 12, _ => { }),
        new("right, in other words", 12, OtherWords),
        new("right, with cells added", 12, Helpers),
        new("right, with cells moved", 12, notebook => Move(notebook, "coupling", 0)),
        new("right, with given cells and tests deleted", 12, notebook => Delete(notebook, "setup", "normal", "scale", "elbo-test", "mask-test")),
        new("right, with a cell copied", 12, Copied),
        new("right, with warnings and much said", 12, notebook => notebook.Answer("mask", $"string? unused = null;\n#warning mind this\n{notebook["mask"].Source}\nfor (int i = 0; i < 1000; i++) Console.WriteLine(i);")),
        new("right, without the essay", 12, notebook => notebook.Answer("essay", "YOUR ANSWER HERE")),
        new("right, an hour late", 12, _ => { }, DaysLate: 1.0 / 24),
        new("right, three days late", 12, _ => { }, DaysLate: 2.5),
        new("wrong in k-means", 9, notebook => Wrong(notebook, "kmeans")),
        new("wrong in the responsibility", 10, notebook => Wrong(notebook, "responsibility")),
        new("wrong in the ELBO", 9, notebook => Wrong(notebook, "elbo")),
        new("wrong in the mask, and late", 10, notebook => Wrong(notebook, "mask"), DaysLate: 0.5),
        new("wrong in the log-determinant", 10, notebook => Wrong(notebook, "coupling")),
        new("wrong in everything", 0, notebook => Wrong(notebook, Code)),
        new("half done", 5, notebook => Stub(notebook, "elbo", "mask", "coupling")),
        new("untouched", 0, notebook => Stub(notebook, [.. Code, "essay"])),
        new("an answer deleted", 9, notebook => Delete(notebook, "elbo")),
        new("does not compile", 10, notebook => notebook.Answer("mask", "Tensor CausalMask(long length) { return ones(length, length).tril( > 0; }")),
        new("throws", 9, notebook => notebook.Answer("kmeans", "Tensor Step(Tensor points, Tensor centres) { throw new InvalidOperationException(\"not yet\"); }")),
        new("empty file", 0, notebook => notebook.Bytes = []),
        new("no notebook", 0, notebook => notebook.Bytes = Encoding.UTF8.GetBytes("PK\u0003\u0004 not a notebook")),
        new("handed in nothing", 0, notebook => notebook.IsMissing = true),
        new("does not end", 10, notebook => notebook.Answer("mask", "Tensor CausalMask(long length) { while (true) ; }")),
        new("takes all memory", 10, notebook => notebook.Answer("coupling", "Tensor LogDeterminant(Tensor x, Func<Tensor, Tensor> scale) { var all = new List<Tensor>(); while (true) all.Add(ones(10_000_000)); }")),
        new("ends its process", 10, notebook => notebook.Answer("responsibility", "double[] Responsibilities(double x, double[] weights, double[] means, double[] deviations) { Environment.Exit(0); return null; }")),
        new("overflows its stack", 9, notebook => notebook.Answer("elbo", "Tensor Elbo(Tensor x, Tensor logits, Tensor mean, Tensor logVariance) => Elbo(x, logits, mean, logVariance);")),
        new("forges tests, checksums and the names of the harness", 9, Forged),
        new("looks for the key and the network", 9, Spy),
    ];

    static void OtherWords(Answered notebook)
    {
        notebook.Answer("mask", "Tensor CausalMask(long length)\n{\n    var places = arange(length);\n    return places.unsqueeze(1) >= places.unsqueeze(0);\n}");
        notebook.Answer("coupling", "Tensor LogDeterminant(Tensor x, Func<Tensor, Tensor> scale) => scale(x.chunk(2, 1)[0]).sum(dim: 1L);");
    }

    static void Helpers(Answered notebook)
    {
        notebook.Notebook.Cells.Insert(notebook.Notebook.Cells.IndexOf(notebook["elbo"]), NotebookCell.Code("mine", "Tensor Divergence(Tensor mean, Tensor logVariance) => 0.5 * (mean * mean + logVariance.exp() - 1 - logVariance).sum(1);"));
        notebook.Answer("elbo", "Tensor Elbo(Tensor x, Tensor logits, Tensor mean, Tensor logVariance) => (x * logits - nn.functional.softplus(logits)).sum(1) - Divergence(mean, logVariance);");
    }

    static void Copied(Answered notebook)
    {
        var copy = notebook["kmeans"].Clone();
        (copy.Id, copy.Source) = ("copied", $"{copy.Source}\n// the copy is the one that I wrote in last");
        notebook.Answer("kmeans", "Tensor Step(Tensor points, Tensor centres) => centres;");
        notebook.Notebook.Cells.Add(copy);
    }

    static void Move(Answered notebook, string id, int place)
    {
        var cell = notebook[id];
        notebook.Notebook.Cells.Remove(cell);
        notebook.Notebook.Cells.Insert(place, cell);
    }

    static void Delete(Answered notebook, params string[] ids)
    {
        foreach (var id in ids)
            notebook.Notebook.Cells.Remove(notebook[id]);
    }

    static void Wrong(Answered notebook, params string[] ids)
    {
        foreach (var exercise in Classroom.Read().Exercises.Where(exercise => ids.Contains(exercise.Id)))
            notebook.Answer(exercise.Id, exercise.With(exercise.WrongAnswers[notebook.Random.Next(exercise.WrongAnswers.Count)]));
    }

    static void Stub(Answered notebook, params string[] ids)
    {
        foreach (var cell in ids.Select(id => notebook[id]))
            cell.Source = cell.Kind == CellKind.Markdown ? "YOUR ANSWER HERE" : ClearSolutions.Stub(Classroom.Read().Exercises.Single(exercise => exercise.Id == cell.Id).Solution);
    }

    static void Forged(Answered notebook)
    {
        notebook.Answer("elbo", "static class Check { public static void Close(params object[] all) { } }\nstatic class Asked { public static string Evaluate(Func<object> asked, bool shapeOnly = false) => \"{}\"; }\nTensor Elbo(Tensor x, Tensor logits, Tensor mean, Tensor logVariance) => zeros(2);");
        var test = notebook["elbo-test"];
        test.Source = "3.0";
        test.Outputs = [JsonNode.Parse("""{"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/plain":"3.0"}}""")];
        var marks = test.Metadata[GradedCell.Key]!;
        (marks["points"], marks["locked"], marks["checksum"]) = (300, false, new string('0', 32));
    }

    static void Spy(Answered notebook) => notebook.Answer("kmeans", """
        Tensor Step(Tensor points, Tensor centres)
        {
            foreach (var key in System.IO.Directory.EnumerateFiles("/", "*.key", new System.IO.EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true }))
                Console.WriteLine(System.IO.File.ReadAllText(key));
            try { new System.Net.Sockets.TcpClient("127.0.0.1", 22); } catch (Exception) { }
            return zeros_like(centres);
        }
        """);
}
