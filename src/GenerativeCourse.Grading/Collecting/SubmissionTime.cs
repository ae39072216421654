using System.Globalization;

namespace GenerativeCourse.Grading.Collecting;

/// <summary>Reads nbgrader's <c>timestamp.txt</c>: a time and a zone's name, as in <c>2015-02-02 14:58:23.948203 America/Los_Angeles</c>; also ISO 8601.</summary>
public static class SubmissionTime
{
    /// <summary>The moment; null where the text is none.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        text = text.Trim();
        var last = text.LastIndexOf(' ');
        if (last > 0 && char.IsLetter(text[last + 1]) && DateTime.TryParse(text[..last], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && TimeZoneInfo.TryFindSystemTimeZoneById(text[(last + 1)..], out var zone))
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
    }
}
