using GenerativeCourse.Grading.Serving;

namespace GenerativeCourse.Grading.Tests.Serving;

public sealed class HtmlTests
{
    [Fact]
    public void Text_in_a_gap_is_never_markup() =>
        Assert.Equal("<p title=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;&#39;&amp;</p>", Html.Of($"<p title=\"{"\"><b>"}\">{"<i>'&"}</p>").Text);

    [Fact]
    public void Markup_in_a_gap_is_kept_and_numbers_are_short() => Assert.Equal("<b>1.5</b><i>2</i>", Html.Of($"{Html.Of($"<b>{1.5}</b>")}{new[] { Html.Of($"<i>{2.0}</i>") }}").Text);

    [Fact]
    public void What_turns_the_direction_of_code_is_named() => Assert.Equal("a[U+202E]b[U+2066]c", Html.Encode("a\u202Eb\u2066c").Text);
}
