using GenerativeCourse.Grading.Formats;

namespace GenerativeCourse.Grading.Tests.Formats;

public sealed class MarkedRegionTests
{
    [Fact]
    public void A_region_makes_way_at_its_own_indentation()
    {
        const string Source = "f()\n{\n    // BEGIN SOLUTION\n    return 1;\n    // END SOLUTION (of f)\n}\n";
        Assert.Equal("f()\n{\n    a\n    b\n}\n", MarkedRegion.Solution.Replace(Source, "a", "b"));
        Assert.Equal("f()\n{\nx\n}\n", MarkedRegion.Solution.ReplaceAsIs(Source, "x"));
        Assert.Equal([2, 3, 4], MarkedRegion.Solution.Lines(Source).Order());
    }

    [Fact]
    public void Every_region_of_a_cell_goes_and_blank_lines_stay() =>
        Assert.Equal("a\n\nb\n", MarkedRegion.HiddenTests.Replace("a\n\n/* BEGIN HIDDEN TESTS */\nx\n// END HIDDEN TESTS\nb\n// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS\n"));

    [Fact]
    public void A_cell_without_a_region_is_told_by_null() => Assert.Null(MarkedRegion.Solution.Replace("// the solution"));

    [Theory]
    [InlineData("// BEGIN SOLUTION\nx", "has no END")]
    [InlineData("// END SOLUTION", "has no BEGIN")]
    [InlineData("// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION", "within another")]
    public void Marks_that_do_not_match_are_refused(string source, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => MarkedRegion.Solution.Replace(source)).Message);
}
