using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Exercises;

namespace GenerativeCourse.Grading.Tests.Exercises;

public sealed class AssignmentTests
{
    [Fact]
    public void Exercises_are_read_with_their_tests_taken_apart()
    {
        var assignment = SampleAssignment.Read();
        Assert.Empty(assignment.Problems);
        Assert.Equal(["kmeans", "responsibility", "kl", "mask", "coupling", "essay"], assignment.Exercises.Select(exercise => exercise.Id));
        Assert.Equal(["setup", "gauss"], assignment.Needed);
        Assert.Equal(["exercises", "kmeans-task"], assignment.Exercises[0].Task.Select(cell => cell.Id));
        var kl = assignment.Exercises[2].Tests[0];
        Assert.Equal([("mean", false, false), ("logVariance", false, false), ("wide", true, false)], kl.Inputs.Select(input => (input.Name, input.IsHidden, input.IsAsked)));
        Assert.Equal([("Shape", "Kl(mean, logVariance)", false), ("Close", "Kl(mean, logVariance)", false), ("Close", "Kl(wide, wide * 0.5f)", true)],
            kl.Checks.Select(check => (check.Kind, check.Asked, check.IsHidden)));
        Assert.Equal(["mean", "logVariance"], kl.Checks[0].Uses);
        Assert.True(assignment.Exercises[4].Tests[0].Inputs[0].IsAsked);
        Assert.Equal(2, assignment.Exercises[5].ManualPoints);
    }

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) Check.Equal(() => Nearest(null, null), i, hint: \"h\");", "line 1: a test cell holds variables and calls of Check")]
    [InlineData("int f(int x) => x;", "line 1: a test cell holds variables")]
    [InlineData("using System.IO;", "line 1: a test cell holds variables")]
    [InlineData("var a = 1;\nConsole.WriteLine(a);", "line 2: a test cell holds variables")]
    [InlineData("int n = 0;\nvar b = n++;", "line 2: b is set by ++ or --")]
    [InlineData("int a;", "a is given no value")]
    [InlineData("Check.Equal(Nearest(null, null), 1, hint: \"h\");", "the first argument of Check.Equal is what is asked: () => expression")]
    [InlineData("Check.Equal(() => Nearest(null, null), 1);", "Check.Equal has no hint")]
    [InlineData("Check.Equal(() => 1 + 1, 2, hint: \"h\");", "asks 1 + 1, which uses nothing of an answer")]
    [InlineData("Check.Equal(() => Nearest(null, null)[0] == 1, true, hint: \"h\");", "asks for a truth")]
    [InlineData("// BEGIN HIDDEN TESTS\nvar a = 1;\n// END HIDDEN TESTS\nvar b = a;", "b is visible and uses a hidden variable")]
    [InlineData("Check.Equal(() => Nearest(null), 1, hint: \"h\"", "test kmeans-test, line 1")]
    [InlineData("// BEGIN HIDDEN TESTS", "has no END")]
    public void Anything_else_in_a_test_cell_is_refused_with_its_line(string source, string said) =>
        Assert.Contains(SampleAssignment.Read(notebook => notebook.Cell("kmeans-test").Source = source).Problems, problem => problem.ToString().Contains(said));

    [Theory]
    [InlineData("[\"nowhere\"]", "it needs cell nowhere, and there is none")]
    [InlineData("[\"idea\"]", "it needs cell idea, which is no code")]
    [InlineData("[\"kl\"]", "it needs cell kl, which stands after it")]
    [InlineData("[\"gauss\",\"setup\"]", "it needs cell setup out of order")]
    [InlineData("\"setup\"", "metadata.course.needs must list")]
    public void Needs_that_cannot_be_met_are_refused(string needs, string said) =>
        Assert.Contains(SampleAssignment.Read(notebook => notebook.Cell("kmeans").Metadata["course"]!["needs"] = JsonNode.Parse(needs)).Problems, problem => problem.ToString() == $"exercise kmeans: {problem.Text}" && problem.Text.Contains(said));

    [Fact]
    public void Two_cells_with_one_id_are_refused() =>
        Assert.Contains(SampleAssignment.Read(notebook => notebook.Cell("kl").Metadata["nbgrader"]!["grade_id"] = "kmeans").Problems,
            problem => problem.Text == "the grade_id kmeans is kmeans's already");

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("A<")]
    [InlineData("x is not ")]
    [InlineData("not ")]
    [InlineData("ref ")]
    [InlineData("$\"{")]
    [InlineData("!")]
    [InlineData("if (x) ")]
    [InlineData("x ? x : ")]
    [InlineData("x => ")]
    [InlineData("new A { x = ")]
    [InlineData("class A { ")]
    public void A_text_of_endless_nesting_has_no_names_and_ends_nothing(string part) =>
        Assert.Empty(DeclaredNames.Of($"int declared = 1;\n{string.Concat(Enumerable.Repeat(part, 60_000 / part.Length))}"));

    [Fact]
    public void A_long_answer_of_a_person_is_read() =>
        Assert.Contains("last", DeclaredNames.Of($"{string.Concat(Enumerable.Repeat("if (x < 2) { y = f(x, (1, 2), !z ? a : b); }  // not < enough\n", 200))} int last = 1;"));
}
