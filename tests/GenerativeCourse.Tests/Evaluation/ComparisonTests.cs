using GenerativeCourse.Evaluation;

namespace GenerativeCourse.Tests.Evaluation;

public sealed class ComparisonTests
{
    static readonly ResultRow Vae = new() { Key = "06.vae.elbo", Model = "VAE, 20 latents", Unit = "nats", Value = 101.00523, Interval = [100.49, 101.52], Dataset = "mnist", Bound = "ELBO", Binarisation = "dynamic" };

    [Fact]
    public void Every_published_number_has_a_source_with_authors_title_and_year_and_a_kind()
    {
        foreach (var task in PublishedResults.All.Tasks)
        {
            Assert.True(task.Better is "lower" or "higher");
            foreach (var result in task.Results)
            {
                var source = PublishedResults.All.Sources[result.Source];
                Assert.True(source.Authors != "" && source.Title != "" && source.Read != "" && source.Year is > 2000 and < 2030, result.Source);
                Assert.True(task.Metric != "likelihood" || result.Bound is "exact" or "bound" or "estimate" || result.Bound.StartsWith("IW-", StringComparison.Ordinal), result.Model);
            }
        }
        Assert.Equal(PublishedResults.All.Sources.Keys.Order(), PublishedResults.All.Tasks.SelectMany(task => task.Results).Select(result => result.Source).Distinct().Order());
    }

    [Fact]
    public void Numbers_of_another_binarisation_dataset_or_unit_are_never_side_by_side()
    {
        var comparison = Assert.Single(Comparison.Of([Vae]));
        Assert.Equal("dynamic", comparison.Task.Binarisation);
        Assert.DoesNotContain(comparison.Lines, line => line.Value == 88.33);
        Assert.Empty(Comparison.Of([Vae with { Binarisation = "" }]));
        Assert.Empty(Comparison.Of([Vae with { Dataset = "fashion-mnist" }]));
        Assert.Empty(Comparison.Of([Vae with { Unit = "bits" }]));
        Assert.Empty(Comparison.Of([Vae with { Bound = "" }]));
        Assert.Equal("static", Assert.Single(Comparison.Of([Vae with { Binarisation = "static" }])).Task.Binarisation);
    }

    [Fact]
    public void The_best_comes_first_and_what_differs_is_said()
    {
        var comparison = Assert.Single(Comparison.Of([Vae]));
        Assert.Equal(comparison.Lines.Select(line => line.Value).Order(), comparison.Lines.Select(line => line.Value));
        Assert.Same(Vae, comparison.Lines[^1].Row);
        Assert.Contains(comparison.Caveats, caveat => caveat.Contains("differ in their bound"));
        Assert.Contains(comparison.Caveats, caveat => caveat.Contains("Static binarisation is another task"));
        Assert.Contains(comparison.Caveats, caveat => caveat.Contains("quick profile"));
        var clusters = Assert.Single(Comparison.Of([new() { Key = "02.kmeans.accuracy", Value = 0.5312, Dataset = "mnist", Profile = "full" }]));
        Assert.Equal(0.9446, clusters.Lines[0].Value);
        Assert.Empty(clusters.Caveats);
        Assert.Empty(Comparison.Of([new() { Key = "01.classifier.accuracy", Value = 0.98, Dataset = "mnist" }]));
    }

    [Fact]
    public void As_text_it_marks_the_course_s_numbers_and_names_the_sources()
    {
        var text = Assert.Single(Comparison.Of([Vae])).ToString();
        var lines = text.Split('\n');
        Assert.Matches(@"(?m)^\*  VAE, 20 latents +101\.01  100\.49 to 101\.52  ELBO +06\.vae\.elbo, quick$", text);
        Assert.Matches(@"(?m)^   VAE, one stochastic layer +86\.76 +IW-5000  \[3\]$", text);
        Assert.Matches(@"(?m)^   VAE with inverse autoregressive flow +79\.10 +bound    \[2\]$", text);
        Assert.Equal(lines[2].IndexOf("nats", StringComparison.Ordinal) + 4, lines[3].IndexOf("78.01", StringComparison.Ordinal) + 5);
        Assert.Contains("[3] Y. Burda, R. Grosse and R. Salakhutdinov, Importance Weighted Autoencoders, 2016 (as quoted by reruns)", lines);
    }
}
