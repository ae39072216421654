using GenerativeCourse.Grading.Serving;

namespace GenerativeCourse.Grading.Tests.Serving;

public sealed class LineDiffTests
{
    [Fact]
    public void Equal_lines_stand_beside_each_other_and_others_in_each_others_place()
    {
        var rows = LineDiff.Of("a\nb\nc\nd\n", "a\nx\nc  \ny\nz\nd");
        Assert.Equal(["1a1a", "2b2x", "3c3c  ", "4y", "5z", "4d6d"], rows.Select(row => $"{row.LeftNumber}{row.Left}{row.RightNumber}{row.Right}"));
        Assert.Equal([true, false, true, false, false, true], rows.Select(row => row.IsSame));
    }

    [Fact]
    public void Nothing_is_lost_of_either_text()
    {
        var random = new Random(4);
        for (var trial = 0; trial < 100; trial++)
        {
            string Text() => string.Join('\n', Enumerable.Range(0, random.Next(1, 20)).Select(_ => "abc"[random.Next(3)].ToString()));
            var (left, right) = (Text(), Text());
            var rows = LineDiff.Of(left, right);
            Assert.Equal(left, string.Join('\n', rows.Where(row => row.Left is not null).Select(row => row.Left)));
            Assert.Equal(right, string.Join('\n', rows.Where(row => row.Right is not null).Select(row => row.Right)));
        }
    }

    [Fact]
    public void Texts_of_thousands_of_lines_are_not_compared() =>
        Assert.Equal(40_000, LineDiff.Of(string.Join('\n', Enumerable.Repeat("x", 40_000)), string.Join('\n', Enumerable.Repeat("x", 40_000))).Count);
}
