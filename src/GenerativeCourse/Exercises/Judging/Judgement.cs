using System.Text;

namespace GenerativeCourse.Exercises.Judging;

/// <summary>Whether a check passed and, where it did not, what was expected, what came, where they differ first, and what is perhaps wrong.</summary>
public sealed record Judgement(bool Passed, string Expected = "", string Actual = "", string? Difference = null, string? Diagnosis = null)
{
    /// <summary>It passed.</summary>
    public static Judgement Pass { get; } = new(true);

    /// <summary>The failure in a few lines, for the learner.</summary>
    public string Message(string asked, string hint)
    {
        var text = new StringBuilder($"the check of  {asked}  failed");
        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append($"\n  {name,-10}{value.ReplaceLineEndings(" ")}");
        }
        Line("expected:", Expected);
        Line("actual:", Actual);
        Line("differs:", Difference);
        Line("perhaps:", Diagnosis);
        Line("hint:", hint);
        return text.ToString();
    }
}
