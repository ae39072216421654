namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>Addresses within the page.</summary>
static class Address
{
    /// <summary>A path with what it is asked; what is null is left out.</summary>
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> values)
    {
        var query = string.Join('&', values.Where(value => value.Value is not null).Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>A student's answer.</summary>
    public static string Answer(string exercise, string student, string? only = null, string? beside = null) =>
        Of("/answer", ("exercise", exercise), ("student", student), ("only", only), ("beside", beside));
}
