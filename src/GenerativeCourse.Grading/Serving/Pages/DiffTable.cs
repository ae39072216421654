namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>Two texts side by side, with what differs marked by colour and by a sign.</summary>
static class DiffTable
{
    /// <summary>The table.</summary>
    public static Html Of(string leftName, string left, string rightName, string right, bool isProse) => Html.Of($"""
        <table class="diff{(isProse ? " prose" : "")}"><caption class="unseen">Line by line; a sign tells lines that differ</caption><colgroup><col class="number"><col><col class="number"><col></colgroup><thead><tr><th scope="col" colspan="2">{leftName}</th><th scope="col" colspan="2">{rightName}</th></tr></thead>
        <tbody>{LineDiff.Of(left, right).Select(Row)}</tbody></table>
        """);

    static Html Row(LineDiff.Row row)
    {
        if (row.IsSame)
            return Html.Of($"<tr><td class=\"line\">{row.LeftNumber!.Value}</td><td>{row.Left}</td><td class=\"line\">{row.RightNumber!.Value}</td><td>{row.Right}</td></tr>\n");
        var (start, leftEnd, rightEnd) = Differing(row.Left ?? "", row.Right ?? "");
        return Html.Of($"<tr>{Side(row.LeftNumber, row.Left, start, leftEnd, "left")}{Side(row.RightNumber, row.Right, start, rightEnd, "right")}</tr>\n");
    }

    static Html Side(int? number, string? line, int start, int end, string side) => line is null
        ? Html.Of($"<td class=\"line\"></td><td class=\"gap\"></td>")
        : Html.Of($"<td class=\"line {side}\">{(side == "left" ? "−" : "+")} {number!.Value}</td><td class=\"{side}\">{line[..start]}<em>{line[start..end]}</em>{line[end..]}</td>");

    // What two lines do not share at their beginnings and ends; nothing in particular where one is missing or they share little.
    static (int Start, int LeftEnd, int RightEnd) Differing(string left, string right)
    {
        var start = left.AsSpan().CommonPrefixLength(right);
        var end = 0;
        if (left.Length == 0 || right.Length == 0)
            return (0, 0, 0);
        while (end < Math.Min(left.Length, right.Length) - start && left[^(end + 1)] == right[^(end + 1)])
            end++;
        return start + end < Math.Min(left.Length, right.Length) / 3 ? (0, 0, 0) : (start, left.Length - end, right.Length - end);
    }
}
