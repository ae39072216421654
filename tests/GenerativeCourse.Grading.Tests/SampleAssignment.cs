using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests;

/// <summary>A lecture with six exercises, one of each kind that the course has: a k-means step, a responsibility, an ELBO, a causal mask, a coupling layer's log-determinant and an essay.</summary>
static class SampleAssignment
{
    public const string Setup = """
        #r "nuget: GenerativeCourse"
        using System.IO;
        using GenerativeCourse.Exercises;
        using TorchSharp;
        using static TorchSharp.torch;
        """;

    /// <summary>The lecture, sound in every respect.</summary>
    public static Notebook Create()
    {
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Markdown("goal", "# A sampler\n\nWhat this lecture shows."));
        notebook.Cells.Add(NotebookCell.Code("setup", Setup));
        notebook.Cells.Add(NotebookCell.Markdown("idea", "Prose that no exercise needs."));
        notebook.Cells.Add(NotebookCell.Code("unneeded", "Console.WriteLine(\"not released\");"));
        notebook.Cells.Add(NotebookCell.Code("gauss", "double Density(double x, double mean, double deviation) => Math.Exp(-0.5 * Math.Pow((x - mean) / deviation, 2)) / deviation / Math.Sqrt(2 * Math.PI);"));
        notebook.Cells.Add(NotebookCell.Markdown("exercises", "## Exercises\n\nSix exercises, 13 points in all."));
        Add(notebook, "kmeans", 2, ["setup"], "int[] Nearest(double[] points, double[] centres)\n{\n", "    return [.. points.Select(p => Enumerable.Range(0, centres.Length).MinBy(k => Math.Abs(p - centres[k])))];", "\n}",
            """
            var points = new[] { 0.1, 0.9, 2.2 };
            Check.Equal(() => Nearest(points, new[] { 0.0, 1, 2 }), new[] { 0, 1, 2 }, hint: "for each point the index of the nearest centre");
            // BEGIN HIDDEN TESTS
            Check.Equal(() => Nearest(new[] { -5.0, 1.4, 1.6 }, new[] { 2.0, 1.0 }), new[] { 1, 1, 0 }, hint: "distances are not negative");
            // END HIDDEN TESTS
            """,
            ("signed distance", "forgets the absolute value", "    return [.. points.Select(p => Enumerable.Range(0, centres.Length).MinBy(k => p - centres[k]))];"),
            ("the furthest", "maximises a distance as one would a similarity", "    return [.. points.Select(p => Enumerable.Range(0, centres.Length).MaxBy(k => Math.Abs(p - centres[k])))];"));
        Add(notebook, "responsibility", 2, ["setup", "gauss"], "double Responsibility(double x)  // of N(0, 1) against N(3, 2), weights 0.3 and 0.7\n{\n", "    return 0.3 * Density(x, 0, 1) / (0.3 * Density(x, 0, 1) + 0.7 * Density(x, 3, 2));", "\n}",
            """
            Check.Close(() => Responsibility(0), 0.7248, tolerance: 1e-3, hint: "weight times density, over the sum of both");
            // BEGIN HIDDEN TESTS
            Check.Close(() => Responsibility(1.25), 0.3 * Density(1.25, 0, 1) / (0.3 * Density(1.25, 0, 1) + 0.7 * Density(1.25, 3, 2)), tolerance: 1e-6, hint: "weight times density, over the sum of both");
            // END HIDDEN TESTS
            """,
            ("no weights", "forgets the prior", "    return Density(x, 0, 1) / (Density(x, 0, 1) + Density(x, 3, 2));"),
            ("not normalised", "stops at the joint density", "    return 0.3 * Density(x, 0, 1);"));
        Add(notebook, "kl", 3, ["setup"], "Tensor Kl(Tensor mean, Tensor logVariance)  // (B, L), (B, L) -> (B)\n{\n", "    return 0.5 * (mean.pow(2) + logVariance.exp() - 1 - logVariance).sum(1);", "\n}",
            """
            Tensor mean = tensor(new[,] { { 0.5f, -1f }, { 0f, 0f } });
            Tensor logVariance = tensor(new[,] { { 0f, 1f }, { 0f, 0f } });
            Check.Shape(() => Kl(mean, logVariance), [2], hint: "sum over the last dimension");
            Check.Close(() => Kl(mean, logVariance), new[] { 0.98414, 0.0 }, tolerance: 1e-4, hint: "half of the mean's square, the variance, minus one, minus the log-variance");
            // BEGIN HIDDEN TESTS
            Tensor wide = tensor(new[] { 1f, -2f, 0.25f, 3f, 0.5f, -0.75f }).reshape(2, 3);
            Check.Close(() => Kl(wide, wide * 0.5f), new[] { 2.79362, 5.94525 }, tolerance: 1e-3, hint: "half of the mean's square, the variance, minus one, minus the log-variance");
            // END HIDDEN TESTS
            """,
            ("log-variance as deviation", "takes the encoder's output for a deviation", "    return 0.5 * (mean.pow(2) + logVariance.pow(2) - 1 - logVariance.pow(2).log()).sum(1);"),
            ("mean over the batch", "sums the wrong dimension", "    return 0.5 * (mean.pow(2) + logVariance.exp() - 1 - logVariance).sum(dim: 0L);"));
        Add(notebook, "mask", 2, ["setup"], "Tensor CausalMask(long length)  // (T, T), true where a position may look\n{\n", "    return ones(length, length).tril() > 0;", "\n}",
            """
            Check.Equal(() => CausalMask(2), new[,] { { true, false }, { true, true } }, hint: "a position looks at itself and back");
            // BEGIN HIDDEN TESTS
            Check.Equal(() => CausalMask(5).sum(), 15, hint: "a position looks at itself and back");
            // END HIDDEN TESTS
            """,
            ("strictly back", "thinks a position may not see itself", "    return ones(length, length).tril(-1) > 0;"),
            ("forward", "has rows and columns the other way about", "    return ones(length, length).triu() > 0;"));
        Add(notebook, "coupling", 2, ["setup"], "double[] Draw(long seed)  // 4000 draws of N(1, 0.5), by a coupling layer's affine map\n{\n", "    return randn(4000, generator: new Generator((ulong)seed)).mul(0.5).add(1).to(float64).data<double>().ToArray();", "\n}",
            """
            var draws = Draw(1);
            Check.Moments(() => draws, mean: 1, deviation: 0.5, hint: "scale first, then shift", falseFail: 5e-7);
            // BEGIN HIDDEN TESTS
            Check.Moments(() => Draw(77), mean: 1, deviation: 0.5, hint: "scale first, then shift", falseFail: 4e-7);
            Check.Throws<ArgumentException>(() => Draw(-1).Chunk(0), hint: "a chunk has an element");
            // END HIDDEN TESTS
            """,
            ("shift first", "adds before it multiplies", "    return randn(4000, generator: new Generator((ulong)seed)).add(1).mul(0.5).to(float64).data<double>().ToArray();"),
            ("variance for deviation", "squares the scale", "    return randn(4000, generator: new Generator((ulong)seed)).mul(0.25).add(1).to(float64).data<double>().ToArray();"));
        notebook.Cells.Add(NotebookCell.Markdown("essay-task", "### Why a bound\n\nIn five sentences. 2 points."));
        var essay = NotebookCell.Markdown("essay", "Because the evidence is an integral.\n\n=== BEGIN MARK SCHEME ===\nOne point for the integral.\n=== END MARK SCHEME ===");
        essay.Metadata[GradedCell.Key] = new GradedCell { GradeId = "essay", Grade = true, Solution = true, Points = 2 }.ToJson();
        notebook.Cells.Add(essay);
        return notebook;
    }

    /// <summary>The lecture as an assignment, after a change.</summary>
    public static Assignment Read(Action<Notebook>? change = null)
    {
        var notebook = Create();
        change?.Invoke(notebook);
        return Assignment.Read(Notebook.Parse(notebook.ToBytes(), "sampler"), "sampler");
    }

    /// <summary>A cell of a notebook by its id.</summary>
    public static NotebookCell Cell(this Notebook notebook, string id) => notebook.Cells.Single(cell => cell.Id == id);

    static void Add(Notebook notebook, string id, double points, string[] needs, string before, string solution, string after, string tests, params (string Name, string Why, string Source)[] wrong)
    {
        notebook.Cells.Add(NotebookCell.Markdown($"{id}-task", $"### {id}\n\nWrite it. {points} points."));
        var answer = NotebookCell.Code(id, $"{before}    // BEGIN SOLUTION\n{solution}\n    // END SOLUTION{after}");
        answer.Metadata[GradedCell.Key] = new GradedCell { GradeId = id, Solution = true }.ToJson();
        answer.Metadata["course"] = new JsonObject
        {
            ["needs"] = new JsonArray([.. needs.Select(need => (JsonNode)need)]),
            ["minutes"] = 10,
            ["oral_questions"] = new JsonArray(new JsonObject { ["question"] = $"In your own words, what does {id} do?", ["answer"] = $"It does what a textbook says of {id}." }),
            ["wrong_answers"] = new JsonArray([.. wrong.Select(one => (JsonNode)new JsonObject { ["name"] = one.Name, ["why"] = one.Why, ["source"] = one.Source })]),
        };
        notebook.Cells.Add(answer);
        var test = NotebookCell.Code($"{id}-test", tests);
        test.Metadata[GradedCell.Key] = new GradedCell { GradeId = $"{id}-test", Grade = true, Locked = true, Points = points }.ToJson();
        notebook.Cells.Add(test);
    }
}
