namespace GenerativeCourse.Grading.Serving.Pages;

/// <summary>One of a list that a reader chooses from.</summary>
static class SelectOption
{
    /// <summary>The markup.</summary>
    public static Html Of(string value, string name, string chosen) => Html.Of($"<option value=\"{value}\"{(value == chosen ? new Html(" selected") : Html.None)}>{name}</option>");
}
